package id.deskpilkada.tierreport.reading;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.reading.Attachments.Kind;
import id.deskpilkada.tierreport.reading.ReportView.Attachment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reports of the tiers over HTTP, to read, and papers that belong to them. */
@RestController
@Tag(name = "tier-reports")
class TierReportController {

    private final Elections elections;
    private final ReportReading reading;
    private final Attachments attachments;

    TierReportController(Elections elections, ReportReading reading, Attachments attachments) {
        this.elections = elections;
        this.reading = reading;
        this.attachments = attachments;
    }

    @Operation(summary = "The newest version of each slot and place inside one's own area, the latest slot first")
    @GetMapping("/api/tier-reports")
    Page<ReportLine> list(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return reading.page(elections.round(election, round).id(), region, slot, Page.window(page, size), actor);
    }

    @Operation(summary = "One version with its figures, its seal, what changed in it and what was done with it")
    @GetMapping("/api/tier-reports/{id:[0-9]+}")
    ReportView one(@PathVariable long id, Actor actor) {
        return reading.one(id, actor);
    }

    @Operation(summary = "The canonical JSON of a version, to the byte what its digest is of")
    @GetMapping(path = "/api/tier-reports/{id:[0-9]+}/snapshot")
    ResponseEntity<byte[]> snapshot(@PathVariable long id, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(reading.snapshot(id, actor).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Attach a signed scan (PDF, JPEG, PNG) or a PDF with a certified signature, at most 8 MiB")
    @PostMapping("/api/tier-reports/{id:[0-9]+}/attachments")
    ResponseEntity<Attachment> attach(
            @PathVariable long id,
            @RequestParam(defaultValue = "SCAN") Kind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("file", null, "REQUIRED")));
        }
        var name = file.getOriginalFilename();
        var added = attachments.add(id, kind, name == null ? "" : name, file.getBytes(), actor);
        return ResponseEntity.status(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(added.attachment());
    }

    @Operation(summary = "The file that was attached, to the byte")
    @GetMapping("/api/tier-reports/{id:[0-9]+}/attachments/{attachment:[0-9]+}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable long attachment, Actor actor) {
        var content = attachments.content(id, attachment, actor);
        var name = ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }
}
