package id.deskpilkada.practice;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SafeCell;
import id.deskpilkada.platform.audit.Audit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far practice has come, by program and as a file. */
@RestController
@RequestMapping("/api/practice-progress")
@Tag(name = "practice")
class PracticeProgressController {

    private final PracticeProgress progress;
    private final Messages messages;
    private final Audit audit;

    PracticeProgressController(PracticeProgress progress, Messages messages, Audit audit) {
        this.progress = progress;
        this.messages = messages;
        this.audit = audit;
    }

    record View(String election, String round, PracticeProgress.Line whole, List<PracticeProgress.Line> places) {}

    @Operation(summary = "How many reporters have practised, in a region and one level below")
    @GetMapping
    View progress(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            Actor actor) {
        var asked = new PracticeProgress.Asked(election, round, region, null);
        var place = progress.region(asked, actor);
        var about = round(asked);
        return new View(
                about.electionCode(), about.code(), progress.whole(about, place), progress.places(about, place));
    }

    @Operation(summary = "The reporters of a region with their telephone numbers and what they have practised")
    @GetMapping("/people")
    Page<PracticeProgress.Reporter> people(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Boolean practised,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var asked = new PracticeProgress.Asked(election, round, region, practised);
        var place = progress.region(asked, actor);
        return progress.reporters(round(asked), place, practised, Page.window(page, size));
    }

    @Operation(summary = "The same as CSV; each export stands in the trail")
    @GetMapping(path = "/people.csv", produces = "text/csv")
    void file(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Boolean practised,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var asked = new PracticeProgress.Asked(election, round, region, practised);
        var place = progress.region(asked, actor);
        var about = round(asked);
        audit.record("practice.exported", "round/" + about.businessKey(), place.code(), Map.of("format", "csv"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"LATIHAN-%s-%s.csv\"".formatted(about.code(), place.area()));
        try (var csv = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180)) {
            csv.printRecord(messages.text("rehearsal.file.header").split(";"));
            var window = Page.window(0, Page.LARGEST);
            Page<PracticeProgress.Reporter> found;
            do {
                found = progress.reporters(about, place, practised, window);
                for (var one : found.items()) {
                    csv.printRecord(cells(about, one));
                }
                window = Page.window(window.page() + 1, Page.LARGEST);
            } while (found.items().size() == Page.LARGEST);
        }
    }

    private List<String> cells(RoundRef round, PracticeProgress.Reporter one) {
        return List.of(
                "LATIHAN " + round.code(),
                one.region(),
                SafeCell.escape(one.place()),
                SafeCell.escape(one.name()),
                one.role(),
                one.phone() == null ? "" : SafeCell.escape(one.phone().replace("+62", "0")),
                messages.text(one.practised() ? "rehearsal.yes" : "rehearsal.no"),
                one.kinds().stream().map(this::kind).collect(Collectors.joining(" ")));
    }

    private String kind(String code) {
        return messages.text("rehearsal.kind." + code);
    }

    private RoundRef round(PracticeProgress.Asked asked) {
        return progress.round(asked).orElseThrow(() -> Problem.unprocessable("NO_PRACTICE"));
    }
}
