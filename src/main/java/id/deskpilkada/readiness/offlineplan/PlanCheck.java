package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.offlineplan.PlanRequest.DueRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a plan as somebody wrote it, and tells everything that is missing or wrong at once. */
final class PlanCheck {

    /** A courier may walk for two days; beyond three somebody has mistyped. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[.:]([0-5][0-9])");
    private static final int MOST_TIMES = 12;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 300;

    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<SlotRef> slots;

    private PlanCheck(List<SlotRef> slots) {
        this.slots = slots;
    }

    /** @throws Problem 422 {@code OFFLINE_PLAN_INCOMPLETE} with every field that is missing or wrong */
    static OfflinePlan checked(PlanRequest asked, List<SlotRef> slots) {
        return new PlanCheck(slots).read(asked);
    }

    private OfflinePlan read(PlanRequest asked) {
        var channel = channel(asked.channel());
        var name = text("personName", asked.personName(), LONGEST_NAME);
        if (name == null) {
            missing("personName");
        }
        var phone = phone(asked.personPhone(), channel);
        var times = times(asked.times());
        var point = text("signalPoint", asked.signalPoint(), LONGEST_TEXT);
        if (point == null && channel == OfflineChannel.SIGNAL_POINT) {
            missing("signalPoint");
        }
        place(asked.lat(), asked.lng());
        var dueTimes = dueTimes(asked.dueTimes());
        var remarks = text("remarks", asked.remarks(), LONGEST_TEXT);
        if (!problems.isEmpty() || channel == null || name == null || phone == null) {
            throw Problem.unprocessable("OFFLINE_PLAN_INCOMPLETE", problems);
        }
        return new OfflinePlan(channel, name, phone.value(), times, point, asked.lat(), asked.lng(), dueTimes, remarks);
    }

    private @Nullable OfflineChannel channel(@Nullable String written) {
        if (written == null || written.isBlank()) {
            missing("channel");
            return null;
        }
        return Stream.of(OfflineChannel.values())
                .filter(known -> known.name().equals(written.strip()))
                .findFirst()
                .orElseGet(() -> {
                    wrong("channel", written, "UNKNOWN_OFFLINE_CHANNEL");
                    return null;
                });
    }

    private @Nullable PhoneNumber phone(@Nullable String written, @Nullable OfflineChannel channel) {
        if (written == null || written.isBlank()) {
            missing("personPhone");
            return null;
        }
        var number = PhoneNumber.of(written).orElse(null);
        if (number == null) {
            wrong("personPhone", written, "OFFLINE_PHONE_WRONG");
        } else if (channel == OfflineChannel.SMS && !number.mobile()) {
            wrong("personPhone", written, "OFFLINE_PHONE_NO_SMS");
        }
        return number;
    }

    private List<String> times(@Nullable List<String> written) {
        var times = new TreeSet<String>();
        for (var time : written == null ? List.<String>of() : written) {
            var found = TIME.matcher(time == null ? "" : time.strip());
            if (found.matches()) {
                times.add("%02d:%s".formatted(Integer.parseInt(found.group(1)), found.group(2)));
            } else {
                wrong("times", time, "OFFLINE_TIME_WRONG");
            }
        }
        if (written == null || written.isEmpty()) {
            missing("times");
        }
        if (times.size() > MOST_TIMES) {
            wrong("times", null, "OFFLINE_TIMES_TOO_MANY", MOST_TIMES);
        }
        return List.copyOf(times);
    }

    private void place(@Nullable Double lat, @Nullable Double lng) {
        boolean half = (lat == null) != (lng == null);
        boolean outside = lat != null && lng != null && (lat < -11.5 || lat > 6.5 || lng < 94.5 || lng > 141.5);
        if (half || outside) {
            wrong("lat", lat + ", " + lng, "OFFLINE_PLACE_WRONG");
        }
    }

    private List<OwnDue> dueTimes(@Nullable List<DueRequest> written) {
        var times = new LinkedHashMap<String, OwnDue>();
        for (var due : written == null ? List.<DueRequest>of() : written) {
            var at = due.dueAt();
            if (at == null) {
                continue;
            }
            var field = "dueTimes." + due.kind() + "." + due.slot();
            var slot = slots.stream()
                    .filter(known ->
                            known.kind().equals(due.kind()) && known.slot().equals(due.slot()))
                    .findFirst()
                    .orElse(null);
            if (slot == null) {
                wrong(field, due.slot(), "OFFLINE_SLOT_UNKNOWN");
            } else if (at.toInstant().isBefore(slot.opensAt())
                    || at.toInstant().isAfter(slot.dueAt().plus(LONGEST))) {
                wrong(field, at.toString(), "OFFLINE_DUE_WRONG", LONGEST.toDays());
            } else if (!at.toInstant().equals(slot.dueAt())) {
                times.put(field, new OwnDue(slot.kind(), slot.slot(), at.toInstant()));
            }
        }
        return List.copyOf(times.values());
    }

    private @Nullable String text(String field, @Nullable String written, int longest) {
        var text = written == null ? "" : written.strip().replaceAll("\\s+", " ");
        if (text.length() > longest) {
            wrong(field, text, "OFFLINE_TEXT_TOO_LONG", longest);
        }
        return text.isEmpty() ? null : text;
    }

    private void missing(String field) {
        wrong(field, null, "OFFLINE_FIELD_MISSING");
    }

    private void wrong(String field, @Nullable String value, String code, Object... arguments) {
        problems.add(FieldProblem.field(field, value, code, arguments));
    }
}
