package id.deskpilkada.fieldapp;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The field app as a browser fetches it. */
@RestController
@Hidden
class AppController {

    /** What the list of forms was asked by before it had an address of its own; such addresses are printed and kept. */
    private static final List<String> OF_THE_LIST = List.of("wilayah", "race", "halaman", "election", "round");

    private final AppFiles app;

    AppController(AppFiles app) {
        this.app = app;
    }

    @GetMapping("/lapangan")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        if (OF_THE_LIST.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create("/lapangan/daftar?" + request.getQueryString()))
                    .build();
        }
        return fresh(app.page(Messages.locale().getLanguage()));
    }

    /** May serve the whole app, though it lies below it. */
    @GetMapping("/lapangan/sw.js")
    ResponseEntity<byte[]> worker() {
        var worker = app.worker();
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", "/lapangan")
                .cacheControl(CacheControl.noCache())
                .contentType(worker.type())
                .body(worker.content());
    }

    @GetMapping("/lapangan/manifest.webmanifest")
    ResponseEntity<byte[]> manifest() {
        var manifest = app.manifest();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(manifest.type())
                .body(manifest.content());
    }

    /** @throws Problem 404 {@code NOT_FOUND}, also for another version: a page never gets parts of two */
    @GetMapping("/lapangan-app/{version}/{*path}")
    ResponseEntity<byte[]> file(
            @PathVariable String version,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String understood) {
        var file = app.file(path.replaceFirst("^/", ""))
                .filter(known -> version.equals(app.version()))
                .orElseThrow(() -> Problem.notFound("NOT_FOUND"));
        var answer = ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(file.type());
        // Compressed once, not for each of five thousand phones that open the app at six.
        return file.compressed() != null && understood.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(file.compressed())
                : answer.body(file.content());
    }

    private static ResponseEntity<byte[]> fresh(AppFiles.File page) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(page.type())
                .body(page.content());
    }
}
