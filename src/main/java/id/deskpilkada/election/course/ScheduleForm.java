package id.deskpilkada.election.course;

import id.deskpilkada.election.SlotRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The times of a schedule as somebody types them, in the regency's own time and to the minute; a time that was left alone keeps its seconds. */
record ScheduleForm(List<Line> lines) {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /**
     * @param key of its inputs
     * @param opens as typed
     * @param due as typed
     * @param after null when what was typed cannot be used
     */
    record Line(String key, SlotRef before, String opens, String due, @Nullable SlotRef after) {

        public boolean changed() {
            return after != null && !after.equals(before);
        }

        public boolean wrong() {
            return after == null;
        }
    }

    static ScheduleForm of(List<SlotRef> slots, Map<String, String> typed, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        for (SlotRef slot : slots) {
            var key = slot.kind() + "." + slot.slot();
            var opens = typed.getOrDefault("buka." + key, text(slot.opensAt(), zone));
            var due = typed.getOrDefault("tenggat." + key, text(slot.dueAt(), zone));
            lines.add(new Line(key, slot, opens, due, after(slot, opens, due, zone)));
        }
        return new ScheduleForm(lines);
    }

    List<SlotRef> slots() {
        return lines.stream()
                .map(line -> line.after() == null ? line.before() : line.after())
                .toList();
    }

    public boolean wrong() {
        return lines.stream().anyMatch(Line::wrong);
    }

    public List<Line> changes() {
        return lines.stream().filter(Line::changed).toList();
    }

    private static @Nullable SlotRef after(SlotRef slot, String opens, String due, ZoneId zone) {
        var opensAt = time(opens, slot.opensAt(), zone);
        var dueAt = time(due, slot.dueAt(), zone);
        return opensAt == null || dueAt == null || !opensAt.isBefore(dueAt)
                ? null
                : new SlotRef(slot.slot(), slot.kind(), opensAt, dueAt, slot.requiresSignature());
    }

    private static @Nullable Instant time(String typed, Instant before, ZoneId zone) {
        if (typed.equals(text(before, zone))) {
            return before;
        }
        try {
            return LocalDateTime.parse(typed)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static String text(Instant time, ZoneId zone) {
        return TYPED.format(time.atZone(zone));
    }
}
