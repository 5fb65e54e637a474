package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** AssignmentLetters of assignment to print. A POST, because each one carries a new secret. */
@RestController
@Tag(name = "assignments")
class LetterController {

    private final AssignmentLetters letters;
    private final DistrictViews views;

    LetterController(AssignmentLetters letters, DistrictViews views) {
        this.letters = letters;
        this.views = views;
    }

    @Operation(
            summary =
                    "AssignmentLetters of assignment as one PDF, with sign-in address, user name and a new one-time secret; earlier letters of the same people become worthless")
    @PostMapping("/api/assignments/{district}/letters")
    ResponseEntity<byte[]> print(
            @PathVariable String district,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "assignment", required = false) @Nullable List<Long> assignments,
            @RequestParam(defaultValue = "false") boolean first,
            Actor actor) {
        var about = views.find(district, election, round);
        var signInPage = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/masuk")
                .toUriString();
        var wanted = new AssignmentLetters.Wanted(assignments == null ? List.of() : assignments, first);
        var file = ContentDisposition.attachment()
                .filename("surat-tugas-" + about.district() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(letters.print(about, wanted, signInPage, actor));
    }
}
