package id.deskpilkada.comparison;

import id.deskpilkada.comparison.official.OfficialImports;
import id.deskpilkada.comparison.official.OfficialOrder;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page of the comparison: importing, coverage, place by place, and what the differences came to. Works without JavaScript. */
@Controller
@RequestMapping("/desk/perbandingan")
class ComparisonPage {

    private static final int SIZE = 50;

    private final ComparisonPageModel page;
    private final Comparisons comparisons;
    private final DifferenceReading differences;
    private final OfficialImports imports;

    ComparisonPage(
            ComparisonPageModel page, Comparisons comparisons, DifferenceReading differences, OfficialImports imports) {
        this.page = page;
        this.comparisons = comparisons;
        this.differences = differences;
        this.imports = imports;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "hasil", required = false) @Nullable Outcome outcome,
            @RequestParam(name = "halaman", defaultValue = "0") int number,
            @RequestParam(name = "lagi", required = false) @Nullable String again,
            Actor actor,
            Model model) {
        actor.require(Permission.READ_COMPARISON);
        model.addAttribute("again", again != null);
        return page.about(election, round, race)
                .map(about -> shown(about, region, outcome, number, actor, model))
                .orElseGet(() -> {
                    model.addAttribute("none", true);
                    return "desk/perbandingan";
                });
    }

    private String shown(
            ComparisonPageModel.About about,
            @Nullable String region,
            @Nullable Outcome outcome,
            int number,
            Actor actor,
            Model model) {
        var view = comparisons.view(about.round(), about.race(), region, outcome, Page.window(number, SIZE), actor);
        page.fill(model, about, view, outcome, actor);
        return "desk/perbandingan";
    }

    /** Every difference with its cause. */
    @GetMapping("/selisih")
    String differences(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "keadaan", required = false) Difference.@Nullable State state,
            @RequestParam(name = "halaman", defaultValue = "0") int number,
            Actor actor,
            Model model) {
        actor.require(Permission.READ_COMPARISON);
        var about = page.about(election, round, race).orElseThrow(() -> Problem.unprocessable("ELECTION_REQUIRED"));
        model.addAttribute("about", about);
        model.addAttribute("state", state);
        model.addAttribute("region", Objects.requireNonNullElse(region, ""));
        model.addAttribute(
                "found",
                differences.list(about.round(), about.race(), region, state, Page.window(number, SIZE), actor));
        return "desk/perbandingan-selisih";
    }

    @PostMapping("/impor")
    String take(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String candidates,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        actor.require(Permission.COMPARE_OFFICIAL);
        var about = page.about(election, round, race).orElseThrow(() -> Problem.unprocessable("ELECTION_REQUIRED"));
        model.addAttribute("source", source);
        model.addAttribute("candidates", candidates);
        try {
            var order = OfficialOrder.of(about.round(), about.race(), file, source, candidates, dryRun, actor);
            page.taken(model, order.fileName(), imports.take(order));
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            page.refused(model, refusal);
        }
        return shown(about, null, null, 0, actor, model);
    }

    @PostMapping("/lagi")
    String again(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL);
        var about = page.about(election, round, race).orElseThrow(() -> Problem.unprocessable("ELECTION_REQUIRED"));
        comparisons.again(about.round(), about.race(), actor);
        return "redirect:/desk/perbandingan?race=%s&election=%s&round=%s&lagi=ya"
                .formatted(
                        about.race().code(),
                        about.round().electionCode(),
                        about.round().code());
    }
}
