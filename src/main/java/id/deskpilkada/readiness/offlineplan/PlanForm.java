package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.readiness.offlineplan.PlanRequest.DueRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The fields of the page as they are typed.
 *
 * @param typed by field name, {@code batas.VOTING.10.00} for a due time
 * @param others further TPS that are ticked
 */
record PlanForm(Map<String, String> typed, TreeSet<String> others) {

    static final String DUE = "batas.";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    /** Stands for what cannot be read, so that it is refused like a time out of bounds. */
    private static final OffsetDateTime UNREADABLE = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    static PlanForm of(PlanView view) {
        var typed = new TreeMap<String, String>();
        var plan = view.plan();
        typed.put("versi", plan == null ? "0" : Integer.toString(plan.version()));
        if (plan != null) {
            typed.put("jalur", plan.channel().name());
            typed.put("nama", plan.personName());
            typed.put(
                    "telepon",
                    PhoneNumber.of(plan.personPhone())
                            .map(PhoneNumber::readable)
                            .orElse(plan.personPhone()));
            typed.put("jam", String.join(", ", plan.times()).replace(':', '.'));
            put(typed, "titik", plan.signalPoint());
            put(typed, "lat", plan.lat());
            put(typed, "lng", plan.lng());
            put(typed, "catatan", plan.remarks());
        }
        for (var line : view.slots()) {
            var own = line.ownDueAt();
            put(typed, DUE + line.kind() + "." + line.slot(), own == null ? null : MINUTES.format(own));
        }
        return new PlanForm(typed, new TreeSet<>());
    }

    static PlanForm posted(MultiValueMap<String, String> parameters) {
        var others = new TreeSet<>(parameters.getOrDefault("juga", List.of()));
        return new PlanForm(new TreeMap<>(parameters.toSingleValueMap()), others);
    }

    public @Nullable String value(String field) {
        return typed.get(field);
    }

    PlanRequest request(List<PlanView.SlotLine> slots, ZoneId zone) {
        var dueTimes = new ArrayList<DueRequest>();
        for (var line : slots) {
            var written = filled(DUE + line.kind() + "." + line.slot());
            if (written != null) {
                dueTimes.add(new DueRequest(line.kind(), line.slot(), time(written, zone)));
            }
        }
        var basedOn = filled("versi");
        return new PlanRequest(
                filled("jalur"),
                filled("nama"),
                filled("telepon"),
                times(),
                filled("titik"),
                number("lat"),
                number("lng"),
                dueTimes,
                filled("catatan"),
                basedOn != null && basedOn.matches("[0-9]{1,6}") ? Integer.valueOf(basedOn) : null,
                List.copyOf(others));
    }

    private List<String> times() {
        var written = filled("jam");
        return written == null
                ? List.of()
                : Stream.of(written.split("[,;\\s]+"))
                        .filter(time -> !time.isEmpty())
                        .toList();
    }

    private static OffsetDateTime time(String written, ZoneId zone) {
        try {
            return LocalDateTime.parse(written).atZone(zone).toOffsetDateTime();
        } catch (DateTimeException unreadable) {
            return UNREADABLE;
        }
    }

    private @Nullable Double number(String field) {
        var written = filled(field);
        if (written == null) {
            return null;
        }
        try {
            return Double.valueOf(written.replace(',', '.'));
        } catch (NumberFormatException unreadable) {
            return Double.MAX_VALUE;
        }
    }

    private @Nullable String filled(String field) {
        var text = typed.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void put(Map<String, String> typed, String field, @Nullable Object value) {
        if (value != null) {
            typed.put(field, value.toString());
        }
    }
}
