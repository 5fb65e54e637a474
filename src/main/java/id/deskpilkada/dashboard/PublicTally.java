package id.deskpilkada.dashboard;

import id.deskpilkada.platform.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public snapshot of a race. The public view is off in every installation so far, so that the address answers as if it were not there. */
@RestController
class PublicTally {

    /** @throws Problem 404 {@code PUBLIC_VIEW_OFF} */
    @GetMapping("/public/tally/{race}.json")
    void snapshot(@PathVariable String race) {
        throw Problem.notFound("PUBLIC_VIEW_OFF");
    }
}
