package id.deskpilkada.staff.duty;

import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.duty.Shift.Span;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one roster file and reports every fault. */
class DutyRows {

    private static final Pattern DATE_AND_TIME = Pattern.compile("(\\S+)[ T]+([0-9]{1,2}[.:][0-9]{2})(?:[.:]00)?");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Set<String> knownPlaces;
    private final String installation;
    private final ZoneId zone;
    private final ImportProblems problems;
    private final RowKeys keys = new RowKeys();
    private final List<DutyRow> rows = new ArrayList<>();

    DutyRows(Set<String> knownPlaces, String installation, ZoneId zone, ImportProblems problems) {
        this.knownPlaces = knownPlaces;
        this.installation = installation;
        this.zone = zone;
        this.problems = problems;
    }

    record ShiftKey(String post, String area, Span span) {}

    record DutyRow(ImportRow row, ShiftKey shift, Someone someone) {}

    List<DutyRow> rows() {
        return rows;
    }

    List<String> usernames() {
        return rows.stream().map(row -> row.someone().username()).distinct().toList();
    }

    void read(ImportRow row) {
        var post = row.required("post", problems);
        var area = area(row);
        var username = row.required("username", problems);
        var leads = Boolean.TRUE.equals(row.bool("leads", problems));
        var span = span(row);
        if (post == null || area == null || username == null || span == null) {
            return;
        }
        var someone = new Someone(username.toLowerCase(Locale.ROOT), leads);
        if (keys.isFirst(
                area + " " + post.toLowerCase(Locale.ROOT) + span + someone.username(), row, "username", problems)) {
            rows.add(new DutyRow(row, new ShiftKey(post, area, span), someone));
        }
    }

    void refuseUnknown(Map<String, Person> known) {
        for (var row : rows) {
            var person = known.get(row.someone().username());
            if (person == null || !person.active()) {
                row.row()
                        .reject(
                                "username",
                                problems,
                                "UNKNOWN_STAFF",
                                row.someone().username());
            }
        }
    }

    /** Nobody is at two posts at one time. */
    void refuseTwiceAtOneTime() {
        for (int at = 1; at < rows.size(); at++) {
            var here = rows.get(at);
            for (var earlier : rows.subList(0, at)) {
                if (earlier.someone().username().equals(here.someone().username())
                        && !earlier.shift().equals(here.shift())
                        && earlier.shift().span().overlaps(here.shift().span())) {
                    here.row()
                            .reject(
                                    "from",
                                    problems,
                                    "DUTY_ROW_BUSY",
                                    Integer.toString(earlier.row().number()));
                }
            }
        }
    }

    private @Nullable String area(ImportRow row) {
        var text = row.text("region");
        var area = text == null ? installation : Area.digits(text);
        if (!knownPlaces.contains(area)) {
            row.reject("region", problems, "UNKNOWN_SCOPE");
            return null;
        }
        return area;
    }

    private @Nullable Span span(ImportRow row) {
        var from = row.required("from", problems);
        var to = row.required("to", problems);
        if (from == null || to == null) {
            return null;
        }
        var begins = DATE_AND_TIME.matcher(from);
        var day = begins.matches() ? day(begins.group(1)) : null;
        var time = begins.matches() ? time(begins.group(2)) : null;
        if (day == null || time == null) {
            row.reject("from", problems, "MALFORMED_DUTY_TIME");
            return null;
        }
        var ends = DATE_AND_TIME.matcher(to);
        var lastDay = ends.matches() ? day(ends.group(1)) : null;
        var lastTime = time(ends.matches() ? ends.group(2) : to);
        if (lastTime == null || ends.matches() && lastDay == null) {
            row.reject("to", problems, "MALFORMED_DUTY_TIME");
            return null;
        }
        var span = lastDay == null
                ? ShiftDraft.between(day, time, lastTime, zone)
                : new Span(
                        day.atTime(time).atZone(zone).toInstant(),
                        (isMidnight(ends.group(2)) ? lastDay.plusDays(1) : lastDay)
                                .atTime(lastTime)
                                .atZone(zone)
                                .toInstant());
        if (span.isEmpty() || Duration.between(span.from(), span.to()).compareTo(LONGEST) > 0) {
            row.reject("to", problems, "DUTY_SHIFT_LENGTH");
            return null;
        }
        return span;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, DAY_FIRST) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 24.00 is the end of the day. */
    private static @Nullable LocalTime time(String text) {
        var parts = text.split("[.:]");
        try {
            return parts.length < 2 || parts.length > 3
                    ? null
                    : LocalTime.of(hour(parts[0]), Integer.parseInt(parts[1]));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static boolean isMidnight(String text) {
        return text.startsWith("24");
    }

    private static int hour(String text) {
        int hour = Integer.parseInt(text);
        return hour == 24 ? 0 : hour;
    }
}
