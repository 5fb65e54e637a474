package id.deskpilkada.evaluation.quality;

import id.deskpilkada.evaluation.Report;
import id.deskpilkada.evaluation.ReportExport;
import id.deskpilkada.evaluation.ReportView;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Wording;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk's own quality for programs and as files, for supervisors only. */
@RestController
@Tag(name = "evaluation")
class QualityController {

    private static final ReportExport.As FILE = new ReportExport.As("mutu-desk", "quality.exported");

    private final DeskQuality quality;
    private final Standing standing;
    private final Wording wording;
    private final ReportExport export;

    QualityController(DeskQuality quality, Standing standing, Wording wording, ReportExport export) {
        this.quality = quality;
        this.standing = standing;
        this.wording = wording;
        this.export = export;
    }

    @Operation(
            summary =
                    "How well the desk worked on Form C1: corrections, re-keyings, rejected photos, parked reports; for supervisors only, verifiers as numbers, fewer than five cases kept back")
    @GetMapping("/api/desk-quality")
    ReportView read(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor) {
        var words = wording.ofReader();
        return ReportView.of(report(new Standing.Asked(election, round, region), words, actor), words);
    }

    @Operation(summary = "The same as XLSX, a sheet for each topic and one of definitions; every export is recorded")
    @GetMapping("/api/desk-quality.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        export.workbook(report(new Standing.Asked(election, round, region), wording.ofFiles(), actor), FILE, response);
    }

    @Operation(summary = "The same as PDF, A4 landscape; every export is recorded")
    @GetMapping("/api/desk-quality.pdf")
    ResponseEntity<byte[]> paper(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor) {
        return export.paper(report(new Standing.Asked(election, round, region), wording.ofFiles(), actor), FILE, actor);
    }

    private Report report(Standing.Asked asked, Words words, Actor actor) {
        var place = quality.place(asked, actor);
        return quality.of(standing.required(asked), place, actor, words);
    }
}
