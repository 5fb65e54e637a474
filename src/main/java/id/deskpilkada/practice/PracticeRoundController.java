package id.deskpilkada.practice;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Practices by program. */
@RestController
@RequestMapping("/api/practice")
@Tag(name = "practice")
class PracticeRoundController {

    private static final int MOST = 50;

    private final Practices practices;
    private final PracticeRows rows;
    private final PracticeWipe wipe;

    PracticeRoundController(Practices practices, PracticeRows rows, PracticeWipe wipe) {
        this.practices = practices;
        this.rows = rows;
        this.wipe = wipe;
    }

    record Opened(String election, String round, String name) {}

    /** @param confirm the code of the practice once more */
    record Wiping(@Nullable String confirm) {}

    @Operation(summary = "The practices there are and were, the latest first, at most 50")
    @GetMapping
    List<PracticeRows.Practice> practices(Actor actor) {
        actor.require(Permission.RUN_PRACTICE);
        return rows.latest(MOST);
    }

    @Operation(summary = "Open a practice beside the real rounds and start it")
    @PostMapping
    Opened open(@RequestBody PracticeDraft draft, Actor actor) {
        var round = practices.open(draft, actor);
        return new Opened(round.electionCode(), round.code(), round.electionName());
    }

    @Operation(summary = "Wipe a practice with everything that was reported in it; again where it was interrupted")
    @PostMapping("/{election}/{round}/wipe")
    PracticeWipe.Wiped wipe(
            @PathVariable String election, @PathVariable String round, @RequestBody Wiping wiping, Actor actor) {
        return wipe.wipe(election, round, wiping.confirm() == null ? "" : wiping.confirm(), actor);
    }
}
