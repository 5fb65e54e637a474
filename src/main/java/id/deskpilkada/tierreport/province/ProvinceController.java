package id.deskpilkada.tierreport.province;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.TierReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the regencies of a province have sent, and the province's own report. */
@RestController
@Tag(name = "tier-reports")
class ProvinceController {

    private final ReceivedOverview overview;
    private final ProvinceReports reports;

    ProvinceController(ReceivedOverview overview, ProvinceReports reports) {
        this.overview = overview;
        this.reports = reports;
    }

    record Wanted(@Nullable String election, @Nullable String round, @Nullable String slot) {}

    record Made(long id, String code, String slot, int version) {

        static Made of(TierReport report) {
            return new Made(report.id(), report.code(), report.slot(), report.version());
        }
    }

    @Operation(summary = "Which regencies have reported at which slot, and the province's own report")
    @GetMapping("/api/received-reports")
    List<ReceivedOverview.Line> overview(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return overview.of(actor, overview.round(election, round));
    }

    @Operation(summary = "The canonical JSON of a received report, to the byte as it came")
    @GetMapping("/api/received-reports/{received}/snapshot")
    ResponseEntity<String> snapshot(@PathVariable long received, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(overview.snapshot(actor, received));
    }

    @Operation(summary = "Make the province's report of a slot now, without those that are missing")
    @PostMapping("/api/province-reports")
    Made compile(@RequestBody Wanted wanted, Actor actor) {
        var slot = wanted.slot();
        if (slot == null || slot.isBlank()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("slot", slot, "REQUIRED")));
        }
        return Made.of(reports.compile(actor, overview.round(wanted.election(), wanted.round()), slot));
    }

    @Operation(summary = "Approve the latest version of the province's report; it is sealed and goes up")
    @PostMapping("/api/province-reports/{report}/approve")
    Made approve(@PathVariable long report, @RequestBody ApprovalDraft draft, Actor actor) {
        return Made.of(reports.approve(actor, report, draft));
    }
}
