package id.deskpilkada.audit;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param person user name
 * @param area digits that the entry's area begins with; empty for all
 * @param action code that the entry's action begins with; empty for all
 * @param facts whether digests of rows are wanted too when no action is named
 */
record AuditQuestion(
        @Nullable Instant from, @Nullable Instant to, String person, String area, String action, boolean facts) {

    /**
     * @param from a day in the regency's zone, or a time with offset; a day as {@code to} is meant to its end
     * @throws Problem 422 with every part that cannot be read
     */
    static AuditQuestion of(
            String from, String to, String person, String area, String action, boolean facts, ZoneId zone) {
        List<FieldProblem> wrong = new ArrayList<>();
        var since = time("from", from, 0, zone, wrong);
        var until = time("to", to, 1, zone, wrong);
        var digits = Area.digits(area.strip());
        if (!digits.matches("[0-9]{0,13}")) {
            wrong.add(FieldProblem.field("area", area, "MALFORMED_VALUE"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", wrong);
        }
        return new AuditQuestion(since, until, person.strip().toLowerCase(Locale.ROOT), digits, action.strip(), facts);
    }

    private static @Nullable Instant time(
            String field, String text, int daysLater, ZoneId zone, List<FieldProblem> wrong) {
        var wanted = text.strip();
        if (wanted.isEmpty()) {
            return null;
        }
        try {
            return wanted.length() == 10
                    ? LocalDate.parse(wanted)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(wanted).toInstant();
        } catch (DateTimeException e) {
            wrong.add(FieldProblem.field(field, text, "NOT_A_TIME"));
            return null;
        }
    }

    /** For the trail itself: what was asked, without what it gave. */
    Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("from", String.valueOf(from));
        told.put("to", String.valueOf(to));
        told.put("person", person);
        told.put("area", area);
        told.put("action", action);
        return told;
    }
}
