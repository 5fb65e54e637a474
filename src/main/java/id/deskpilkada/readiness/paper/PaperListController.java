package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.readiness.paper.PaperReconciliation.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers beside what was reported, for programs and as a file. */
@RestController
class PaperListController {

    private final PaperReconciliation papers;
    private final PaperFile file;
    private final Elections elections;

    PaperListController(PaperReconciliation papers, PaperFile file, Elections elections) {
        this.papers = papers;
        this.file = file;
        this.elections = elections;
    }

    /** @param counts TPS of the place by state */
    record Papers(
            String election,
            String round,
            String region,
            PaperReceipts.Paper paper,
            Map<PaperState, Integer> counts,
            List<PaperLine> items,
            int page,
            int size,
            long total) {}

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable PaperState state) {
        return new Asked(kind, slot, race, region, state);
    }

    @GetMapping("/api/paper-receipts")
    Papers list(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Actor actor) {
        var compared =
                papers.of(papers.question(elections.round(election, round), asked, actor), Page.window(page, size));
        var question = compared.question();
        var found = compared.found();
        return new Papers(
                question.round().electionCode(),
                question.round().code(),
                question.region().code(),
                question.paper(),
                compared.counts(),
                found.items(),
                found.page(),
                found.size(),
                found.total());
    }

    /** With the filters of the list; every export is recorded. */
    @GetMapping({"/api/paper-receipts.csv", "/api/paper-receipts.xlsx"})
    void export(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.COMPARE_PAPER);
        var csv = request.getRequestURI().endsWith(".csv");
        var format = csv ? "csv" : "xlsx";
        var question = papers.question(elections.round(election, round), asked, actor);
        file.record(question, format);
        response.setContentType(csv ? "text/csv;charset=UTF-8" : Sheets.MEDIA_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + PracticeMark.fileName(question.round(), "kertas-dan-laporan." + format)
                        + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (csv) {
            file.csv(question, response.getOutputStream());
        } else {
            file.xlsx(question, response.getOutputStream());
        }
    }
}
