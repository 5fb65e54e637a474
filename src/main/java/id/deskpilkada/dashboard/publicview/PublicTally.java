package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.platform.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers where no public file is: what is public was handed out before any controller is reached. */
@RestController
class PublicTally {

    private final PublicFiles files;

    PublicTally(PublicFiles files) {
        this.files = files;
    }

    /** @throws Problem 404 {@code PUBLIC_VIEW_OFF}; {@code NOT_FOUND} where the view is on and does not show this */
    @GetMapping(path = "/public/tally/{race}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void tally(@PathVariable String race) {
        throw missing();
    }

    /** @throws Problem as above */
    @GetMapping(path = "/public/tally/{race}/{region}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void tally(@PathVariable String race, @PathVariable String region) {
        throw missing();
    }

    /** @throws Problem as above */
    @GetMapping(path = "/public/progress.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void progress() {
        throw missing();
    }

    /** @throws Problem as above */
    @GetMapping(path = "/public/manifest.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void manifest() {
        throw missing();
    }

    private Problem missing() {
        return Problem.notFound(files.open() ? "NOT_FOUND" : "PUBLIC_VIEW_OFF");
    }
}
