package id.deskpilkada.election.course;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import id.deskpilkada.election.RoundStages;
import id.deskpilkada.election.decision.KpuDecisions;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a round shows. */
@Component
class RoundModel {

    private static final int SIZE = 10;

    private final Elections elections;
    private final RoundStages stages;
    private final KpuDecisions decisions;
    private final ScheduleChanges changes;
    private final Regions regions;

    RoundModel(
            Elections elections, RoundStages stages, KpuDecisions decisions, ScheduleChanges changes, Regions regions) {
        this.elections = elections;
        this.stages = stages;
        this.decisions = decisions;
        this.changes = changes;
        this.regions = regions;
    }

    /**
     * @param state PAST, NOW or AHEAD
     * @param at when the round came to it; null when it has not or passed it by
     */
    record Step(String stage, String state, @Nullable OffsetDateTime at) {}

    void fill(Model model, @Nullable RoundRef round, Map<String, String> typed, Actor actor) {
        model.addAttribute("rounds", elections.shownRounds());
        model.addAttribute("round", round);
        model.addAttribute("typed", typed);
        if (round == null) {
            return;
        }
        var schedule = ScheduleForm.of(elections.slots(round.id()), typed, regions.zone());
        var written = typed.getOrDefault("halaman", "0");
        int page = written.matches("[0-9]{1,6}") ? Integer.parseInt(written) : 0;
        model.addAttribute("steps", steps(round));
        model.addAttribute("schedule", schedule);
        model.addAttribute("changes", changes.of(round));
        model.addAttribute("decisions", decisions.of(round, Page.window(page, SIZE)));
        model.addAttribute("mayRun", actor.may(Permission.RUN_ROUNDS));
        model.addAttribute("open", round.phase() != RoundPhase.CLOSED);
        model.addAttribute("zone", regions.zone());
    }

    private List<Step> steps(RoundRef round) {
        var now = stages.of(round);
        var entered = stages.entered(round.id());
        return Arrays.stream(RoundStage.values())
                .map(stage -> new Step(stage.name(), state(stage, now), at(entered.get(stage))))
                .toList();
    }

    private static String state(RoundStage stage, RoundStage now) {
        int compared = stage.compareTo(now);
        return compared < 0 ? "PAST" : compared == 0 ? "NOW" : "AHEAD";
    }

    private @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atZone(regions.zone()).toOffsetDateTime();
    }
}
