package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.evaluation.Report;
import id.deskpilkada.evaluation.ReportFile;
import id.deskpilkada.evaluation.ReportView;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Wording;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation of the organisers for programs and as files. */
@RestController
@Tag(name = "evaluation")
class EvaluationController {

    private final Evaluations evaluations;
    private final Standing standing;
    private final Wording wording;
    private final ReportFile file;
    private final Audit audit;

    EvaluationController(Evaluations evaluations, Standing standing, Wording wording, ReportFile file, Audit audit) {
        this.evaluations = evaluations;
        this.standing = standing;
        this.wording = wording;
        this.file = file;
        this.audit = audit;
    }

    @Operation(
            summary =
                    "How the election was held, by district: figures with their definitions, null where nothing was reported; provisional until the round is closed")
    @GetMapping("/api/evaluation")
    ReportView read(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor) {
        var words = wording.ofReader();
        return ReportView.of(report(new Standing.Asked(election, round, region), words, actor), words);
    }

    @Operation(summary = "The same as XLSX, a sheet for each topic and one of definitions; every export is recorded")
    @GetMapping("/api/evaluation.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var report = taken(new Standing.Asked(election, round, region), "xlsx", actor);
        response.setContentType(Sheets.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evaluasi-penyelenggara.xlsx\"");
        file.xlsx(report, response.getOutputStream());
    }

    @Operation(summary = "The same as PDF, A4 landscape; every export is recorded")
    @GetMapping("/api/evaluation.pdf")
    ResponseEntity<byte[]> paper(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            Actor actor) {
        var report = taken(new Standing.Asked(election, round, region), "pdf", actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evaluasi-penyelenggara.pdf\"")
                .body(file.pdf(report, actor));
    }

    private Report taken(Standing.Asked asked, String format, Actor actor) {
        var report = report(asked, wording.ofFiles(), actor);
        audit.record(
                "evaluation.exported",
                report.round().businessKey(),
                report.place().area(),
                Map.of("format", format));
        return report;
    }

    private Report report(Standing.Asked asked, Words words, Actor actor) {
        var place = evaluations.place(asked, actor);
        return evaluations.of(standing.required(asked), place, actor, words);
    }
}
