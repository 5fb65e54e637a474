package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Posters for whoever works at a place. */
@RestController
@Tag(name = "directory")
class PosterController {

    private final Posters posters;

    PosterController(Posters posters) {
        this.posters = posters;
    }

    @Operation(summary = "An A4 poster with the confirmed emergency numbers of a region or TPS")
    @GetMapping("/api/posters/{area}.pdf")
    ResponseEntity<byte[]> poster(@PathVariable String area, Actor actor) {
        var poster = posters.of(actor, area);
        var name = ContentDisposition.inline().filename(poster.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(poster.pdf());
    }
}
