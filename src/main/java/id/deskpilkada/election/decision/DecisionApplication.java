package id.deskpilkada.election.decision;

import id.deskpilkada.election.DecisionSteps;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.ExtensionDecided;
import id.deskpilkada.election.Rounds;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries decisions out: a new round for the TPS that are named, started at once so that its preparation begins; or later times. */
@Component
class DecisionApplication implements DecisionSteps {

    private final DecisionRows rows;
    private final Elections elections;
    private final ElectionSetup setup;
    private final Rounds rounds;
    private final ApplicationEventPublisher events;

    DecisionApplication(
            DecisionRows rows,
            Elections elections,
            ElectionSetup setup,
            Rounds rounds,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.elections = elections;
        this.setup = setup;
        this.rounds = rounds;
        this.events = events;
    }

    @Override
    public boolean extension(UUID decision) {
        return rows.get(decision).decision().kind() == DecisionKind.EXTENSION;
    }

    @Override
    public void openRound(UUID id) {
        var row = rows.get(id);
        var decision = row.decision();
        var round = elections.round(row.roundId());
        List<String> tps =
                decision.tps() == null ? elections.namedStations(round.id()).orElse(null) : decision.tps();
        var opened = setup.open(
                round.electionId(),
                decision.kind().round(),
                Objects.requireNonNull(decision.day()),
                tps,
                decision.schedule());
        rows.opened(id, opened);
        rounds.start(opened.id());
    }

    @Override
    public void extendHours(UUID id) {
        var row = rows.get(id);
        var schedule = elections.slots(row.roundId());
        var moved = ExtendedSchedule.moved(schedule, row.decision());
        if (row.decision().tps() == null) {
            setup.reschedule(row.roundId(), ExtendedSchedule.with(schedule, moved));
        } else {
            events.publishEvent(
                    new ExtensionDecided(row.roundId(), row.decision().tps(), moved));
        }
    }
}
