package id.deskpilkada.comparison;

import id.deskpilkada.comparison.official.OfficialImport;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Our figures beside the published ones, over HTTP: place by place, and what was found where they differ. */
@RestController
class ComparisonController {

    private final Comparisons comparisons;
    private final DifferenceReading differences;
    private final Elections elections;

    ComparisonController(Comparisons comparisons, DifferenceReading differences, Elections elections) {
        this.comparisons = comparisons;
        this.differences = differences;
        this.elections = elections;
    }

    @GetMapping(path = "/api/comparison/{race}", produces = MediaType.APPLICATION_JSON_VALUE)
    ComparisonView comparison(
            @PathVariable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        actor.require(Permission.READ_COMPARISON);
        var inRound = elections.round(election, round);
        return comparisons.view(
                inRound, elections.race(inRound.electionId(), race), region, outcome, Page.window(page, size), actor);
    }

    /** Looks at both sides again; what is gone ends, what is new becomes work. */
    @PostMapping("/api/comparison/{race}/again")
    OfficialImport again(
            @PathVariable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL);
        var inRound = elections.round(election, round);
        return comparisons.again(inRound, elections.race(inRound.electionId(), race), actor);
    }

    @GetMapping("/api/official-differences")
    Page<DifferenceView> list(
            @RequestParam String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) Difference.@Nullable State state,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        actor.require(Permission.READ_COMPARISON);
        var inRound = elections.round(election, round);
        return differences.list(
                inRound, elections.race(inRound.electionId(), race), region, state, Page.window(page, size), actor);
    }

    @GetMapping("/api/official-differences/{id:[0-9]+}")
    DifferenceView one(@PathVariable long id, Actor actor) {
        actor.require(Permission.READ_COMPARISON);
        return differences.one(id, actor);
    }

    /** The difference that an open task {@code trace-difference} is about. */
    @GetMapping("/api/official-differences/of-task/{task}")
    DifferenceView ofTask(@PathVariable String task, Actor actor) {
        actor.require(Permission.READ_COMPARISON);
        return differences.ofTask(task, actor);
    }
}
