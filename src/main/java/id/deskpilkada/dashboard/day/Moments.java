package id.deskpilkada.dashboard.day;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import id.deskpilkada.election.RoundStages;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says where a round is and what its schedule has next. */
@Component
class Moments {

    private static final String C1 = ReportKind.C1.name();

    private final RoundStages stages;
    private final Elections elections;
    private final Messages messages;

    Moments(RoundStages stages, Elections elections, Messages messages) {
        this.stages = stages;
        this.elections = elections;
        this.messages = messages;
    }

    Moment of(RoundRef round, Instant now) {
        var stage = stages.of(round);
        return new Moment(
                round.phase(),
                "day.stage." + stage,
                stage == RoundStage.CLOSED ? null : next(round, now).orElse(null),
                stage);
    }

    /** What happens first; of several at once the close of the polls, then a due time. */
    private Optional<Gate> next(RoundRef round, Instant now) {
        return elections.slots(round.id()).stream()
                .flatMap(this::edges)
                .filter(edge -> edge.gate().at().isAfter(now))
                .min(Comparator.comparing((Edge edge) -> edge.gate().at()).thenComparingInt(Edge::rank))
                .map(Edge::gate);
    }

    private Stream<Edge> edges(SlotRef slot) {
        var name = messages.text("day.slot." + slot.kind(), slot.slot());
        boolean counting = slot.kind().equals(C1);
        return Stream.of(
                new Edge(
                        new Gate(counting ? "day.next.counting" : "day.next.opens", name, slot.opensAt()),
                        counting ? 0 : 2),
                new Edge(new Gate("day.next.due", name, slot.dueAt()), 1));
    }

    private record Edge(Gate gate, int rank) {}
}
