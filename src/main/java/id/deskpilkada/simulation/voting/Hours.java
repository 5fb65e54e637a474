package id.deskpilkada.simulation.voting;

import id.deskpilkada.simulation.play.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hours of the simulated day on the clock of the demo.
 *
 * @param slots of voting, each from when it opens until its reports are due
 * @param pollsClose when the count begins
 * @param ends when the last form is due
 */
public record Hours(List<Slot> slots, Instant pollsClose, Instant ends) {

    static final String PREPARING = "06.00";
    static final String OPENING = "07.30";
    static final String MORNING = "10.00";
    static final String NOON = "12.00";
    static final String CLOSING = "13.30";

    private static final int VOTING_PART = 3;
    private static final Duration SHORTEST_VOTING = Duration.ofSeconds(20);
    private static final double POLLS_CLOSE = 0.80;

    /** A report slot of voting. */
    public record Slot(String name, Instant opensAt, Instant dueAt) {

        Instant at(double share) {
            return Span.between(opensAt, dueAt).at(share);
        }
    }

    public Hours {
        slots = List.copyOf(slots);
    }

    /** A day in which voting takes a third of the time, and long enough for reports to be late. */
    public static Hours beginning(Instant opens, Duration length) {
        var third = length.dividedBy(VOTING_PART);
        var voting = new Span(opens, third.compareTo(SHORTEST_VOTING) < 0 ? SHORTEST_VOTING : third);
        var slots = new ArrayList<Slot>();
        var from = opens;
        for (var due : shares().entrySet()) {
            var until = voting.at(due.getValue());
            slots.add(new Slot(due.getKey(), from, until));
            from = until;
        }
        return new Hours(slots, voting.at(POLLS_CLOSE), voting.ends().plus(length.minus(third)));
    }

    private static Map<String, Double> shares() {
        var due = new LinkedHashMap<String, Double>();
        due.put(PREPARING, 0.16);
        due.put(OPENING, 0.36);
        due.put(MORNING, 0.56);
        due.put(NOON, 0.76);
        due.put(CLOSING, 1.0);
        return due;
    }

    public Instant opens() {
        return slots.get(0).opensAt();
    }

    public Span voting() {
        return Span.between(opens(), slots.get(slots.size() - 1).dueAt());
    }

    public Span counting() {
        return Span.between(pollsClose, ends);
    }

    Slot slot(String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
