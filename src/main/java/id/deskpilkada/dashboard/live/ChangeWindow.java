package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Changes.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the change table forward. Keys are given out before transactions commit, so a change may appear below a key already read: some seconds are read again each time. */
final class ChangeWindow {

    private static final Duration LOOK_BACK = Duration.ofSeconds(5);

    private final Changes changes;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private long floor;
    private long highest;

    ChangeWindow(Changes changes, long start) {
        this.changes = changes;
        this.floor = start;
        this.highest = start;
    }

    /** Changes that were not told before, oldest first. */
    List<Change> next(Instant now) {
        var fresh = new ArrayList<Change>();
        long at = floor;
        List<Change> page;
        do {
            page = changes.after(at);
            for (var change : page) {
                at = change.id();
                if (seen.add(change.id())) {
                    fresh.add(change);
                }
            }
        } while (page.size() >= 1000);
        highest = Math.max(highest, at);
        marks.addLast(new Mark(now, highest));
        raiseFloor(now.minus(LOOK_BACK));
        return fresh;
    }

    private void raiseFloor(Instant before) {
        while (!marks.isEmpty() && marks.getFirst().at().isBefore(before)) {
            floor = marks.removeFirst().highest();
        }
        seen.removeIf(id -> id <= floor);
    }

    private record Mark(Instant at, long highest) {}
}
