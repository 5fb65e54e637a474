package id.deskpilkada.election.course;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundFigures;
import id.deskpilkada.election.RoundStage;
import id.deskpilkada.election.RoundStages;
import id.deskpilkada.election.RoundStanding;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a round stands, for the desk that reports readiness or closes. */
@RestController
class StandingController {

    private final Elections elections;
    private final RoundStages stages;
    private final RoundStanding standing;
    private final Messages messages;

    StandingController(Elections elections, RoundStages stages, RoundStanding standing, Messages messages) {
        this.elections = elections;
        this.stages = stages;
        this.standing = standing;
        this.messages = messages;
    }

    /** @param stage where the round is; the figures are those of the stage that was asked for */
    record Standing(String election, String round, RoundStage stage, List<Line> figures) {}

    /** @param open whether somebody still has to do something about what is counted */
    record Line(String code, String label, long count, boolean open) {}

    /** {@code stage} is {@code READINESS} or {@code REPORTING}. */
    @GetMapping("/api/elections/{election}/rounds/{round}/standing")
    Standing standing(
            Actor actor,
            @PathVariable String election,
            @PathVariable String round,
            @RequestParam(defaultValue = "REPORTING") RoundStage stage) {
        actor.require(Permission.SEE_ROUNDS);
        var ref = elections.named(election, round);
        return new Standing(
                election,
                round,
                stages.of(ref),
                standing.of(ref, stage).stream().map(this::line).toList());
    }

    private Line line(RoundFigures.Figure figure) {
        return new Line(figure.code(), messages.text("round.figure." + figure.code()), figure.count(), figure.left());
    }
}
