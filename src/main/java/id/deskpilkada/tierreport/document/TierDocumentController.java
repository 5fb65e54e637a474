package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.tierreport.document.TierFiles.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Reports of the tiers as files. That one left is recorded; one that the reader has already is not sent again. */
@RestController
@Tag(name = "tier-reports")
class TierDocumentController {

    private final TierDocuments documents;
    private final Audit audit;

    TierDocumentController(TierDocuments documents, Audit audit) {
        this.documents = documents;
        this.audit = audit;
    }

    @Operation(
            summary =
                    "A report as PDF, without votes for those who may not know them; also with Accept: application/pdf")
    @GetMapping("/api/tier-reports/{id:[0-9]+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.PDF, actor, request);
    }

    @Operation(summary = "A report as a workbook with plain numbers")
    @GetMapping("/api/tier-reports/{id:[0-9]+}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.XLSX, actor, request);
    }

    @Operation(summary = "A report as CSV, one figure to a line: region,name,path,value")
    @GetMapping("/api/tier-reports/{id:[0-9]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.CSV, actor, request);
    }

    @Operation(
            summary = "A report as a file that can be verified: snapshot and statement to the byte, and the signature")
    @GetMapping("/api/tier-reports/{id:[0-9]+}.json")
    ResponseEntity<byte[]> json(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.JSON, actor, request);
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/tier-reports/{id:[0-9]+}", produces = "application/pdf")
    ResponseEntity<byte[]> pdfByType(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.PDF, actor, request);
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/tier-reports/{id:[0-9]+}", produces = Sheets.MEDIA_TYPE)
    ResponseEntity<byte[]> xlsxByType(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.XLSX, actor, request);
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/tier-reports/{id:[0-9]+}", produces = "text/csv")
    ResponseEntity<byte[]> csvByType(@PathVariable long id, Actor actor, WebRequest request) {
        return answer(id, Format.CSV, actor, request);
    }

    private ResponseEntity<byte[]> answer(long id, Format format, Actor actor, WebRequest request) {
        var files = documents.forReader(id, actor);
        var etag = files.etag(format);
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        audit.record("tier-report.exported", files.code(), files.area(), Map.of("format", format.ending()));
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (format == Format.PDF ? "inline" : "attachment") + "; filename=\"" + files.name(format) + "\"")
                .body(files.as(format));
    }
}
