package id.deskpilkada.comparison;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.document.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The comparison to take along, as CSV or XLSX. */
@RestController
class ComparisonFileController {

    private final ComparisonFile file;
    private final Elections elections;

    ComparisonFileController(ComparisonFile file, Elections elections) {
        this.file = file;
        this.elections = elections;
    }

    /** With the filters of {@code GET /api/comparison/{race}}; every export is recorded. */
    @GetMapping({"/api/comparison/{race}.csv", "/api/comparison/{race}.xlsx"})
    void export(
            @PathVariable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ_COMPARISON);
        var csv = request.getRequestURI().endsWith(".csv");
        var format = csv ? "csv" : "xlsx";
        var inRound = elections.round(election, round);
        var order = file.begin(inRound, elections.race(inRound.electionId(), race), region, outcome, format, actor);
        response.setContentType(csv ? "text/csv;charset=UTF-8" : Sheets.MEDIA_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + PracticeMark.fileName(inRound, "perbandingan-kpu." + format) + "\"");
        if (csv) {
            file.csv(order, response.getOutputStream());
        } else {
            file.xlsx(order, response.getOutputStream());
        }
    }
}
