package id.deskpilkada.dashboard.voting;

import id.deskpilkada.voting.VotingFacts.SlotTurnout;
import id.deskpilkada.voting.board.VotingSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turnout over the slots of the day as SVG draws it: time to the right, percent of the registered voters upwards.
 *
 * @param line points of the place, as {@code polyline} takes them
 * @param beside points of the region around it; empty without one
 */
record TurnoutCurve(List<Tick> ticks, List<Point> points, String line, String beside) {

    static final int WIDTH = 640;
    static final int HEIGHT = 260;

    private static final int LEFT = 46;
    private static final int RIGHT = 620;
    private static final int TOP = 16;
    private static final int BOTTOM = 226;

    /** Writes a share as readers read it. */
    interface Shares {
        String of(long part, long whole);
    }

    /** A slot on the axis. */
    record Tick(int x, String slot) {}

    /** What a slot says. @param x null where no TPS told its turnout */
    record Point(String slot, @Nullable Integer x, @Nullable Integer y, SlotTurnout turnout, @Nullable String share) {

        /** Where the words above the point stand. */
        public int labelY() {
            return y == null ? 0 : Math.max(TOP - 2, y - 10);
        }

        /** The words of the last point end at it, so that they stand inside the picture. */
        public String anchor() {
            return x != null && x == RIGHT ? "end" : "middle";
        }
    }

    static TurnoutCurve of(List<VotingSlot> slots, List<SlotTurnout> here, List<SlotTurnout> around, Shares shares) {
        var scale = Scale.of(slots);
        var known = bySlot(here);
        var points = new ArrayList<Point>();
        for (var slot : slots) {
            var turnout = known.getOrDefault(slot.slot(), SlotTurnout.none(slot.slot()));
            boolean said = turnout.listed() > 0;
            points.add(new Point(
                    slot.slot(),
                    said ? scale.x(slot) : null,
                    said ? y(turnout) : null,
                    turnout,
                    said ? shares.of(turnout.votersListed(), turnout.listed()) : null));
        }
        return new TurnoutCurve(
                slots.stream().map(slot -> new Tick(scale.x(slot), slot.slot())).toList(),
                points,
                line(slots, known, scale),
                line(slots, bySlot(around), scale));
    }

    /** Heights of the lines for 0, 25, 50, 75 and 100 percent. */
    public List<Integer> grid() {
        return List.of(0, 25, 50, 75, 100);
    }

    public int y(int percent) {
        return BOTTOM - Math.round((BOTTOM - TOP) * percent / 100f);
    }

    public boolean empty() {
        return line.isEmpty();
    }

    private static Map<String, SlotTurnout> bySlot(List<SlotTurnout> rows) {
        return rows.stream().collect(Collectors.toMap(SlotTurnout::place, row -> row));
    }

    private static String line(List<VotingSlot> slots, Map<String, SlotTurnout> known, Scale scale) {
        return slots.stream()
                .map(slot -> point(slot, known.getOrDefault(slot.slot(), SlotTurnout.none(slot.slot())), scale))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> point(VotingSlot slot, SlotTurnout turnout, Scale scale) {
        return turnout.listed() == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%d,%d", scale.x(slot), y(turnout)));
    }

    /** More voters than registered end at the upper edge. */
    private static int y(SlotTurnout turnout) {
        double share = Math.min(1.0, (double) turnout.votersListed() / turnout.listed());
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * share);
    }

    /** Where the times of the day lie. */
    private record Scale(Instant from, double seconds) {

        static Scale of(List<VotingSlot> slots) {
            if (slots.isEmpty()) {
                return new Scale(Instant.EPOCH, 1);
            }
            var from = slots.get(0).opensAt().toInstant();
            var until = slots.get(slots.size() - 1).dueAt().toInstant();
            return new Scale(from, Math.max(1, Duration.between(from, until).toSeconds()));
        }

        int x(VotingSlot slot) {
            double passed = Duration.between(from, slot.dueAt().toInstant()).toSeconds();
            return (int) Math.round(LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, passed / seconds)));
        }
    }
}
