package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskPlaces;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agency does about a list, each with its date; saved as often as it likes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Measures {

    private static final int LONGEST = 500;
    private static final int MOST = 500;

    private final RiskPlaces places;
    private final HandoverItems items;
    private final JdbcClient jdbc;
    private final Clock clock;

    Measures(RiskPlaces places, HandoverItems items, JdbcClient jdbc, Clock clock) {
        this.places = places;
        this.items = items;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * As it comes over HTTP.
     *
     * @param id made by the caller: the same again changes it
     * @param region code of a region or TPS of the list; it stands for everything of the list inside it
     * @param indicator null for all indicators of the list
     * @param doneOn null as long as it is only planned
     * @param dropped it was written down by mistake, or is no longer meant
     */
    record Given(
            @Nullable String id,
            @Nullable String region,
            @Nullable String indicator,
            @Nullable String what,
            @Nullable String dueOn,
            @Nullable String doneOn,
            @Nullable Boolean dropped) {}

    /** One measure as it stands. */
    record Measure(
            UUID id,
            String agency,
            String area,
            @Nullable String indicator,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    private record Checked(
            UUID id,
            String area,
            @Nullable String indicator,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            boolean dropped) {}

    List<Measure> of(Handover list) {
        return jdbc.sql(
                        """
                        SELECT id, agency, area, indicator, what, due_on, done_on FROM risk_measure WHERE handover_id = ? AND NOT dropped
                        ORDER BY due_on, written_at, id
                        """)
                .param(list.id())
                .query(Measure.class)
                .list();
    }

    /** Measures of the agency that has the list now which are not carried out yet. */
    int open(Handover list) {
        return jdbc.sql(
                        "SELECT count(*) FROM risk_measure WHERE handover_id = ? AND agency = ? AND NOT dropped AND done_on IS NULL")
                .params(list.id(), list.agency())
                .query(Integer.class)
                .single();
    }

    /** @throws Problem 422 {@code MALFORMED} with every field that cannot be used; then nothing is saved */
    void save(Handover list, List<Given> given, long by) {
        var faults = new ArrayList<FieldProblem>();
        if (given.size() > MOST) {
            throw Problem.unprocessable("MEASURES_TOO_MANY", MOST);
        }
        var measures = new ArrayList<Checked>();
        for (int at = 0; at < given.size(); at++) {
            var checked = check(list, given.get(at), "measures." + at + ".", faults);
            if (checked != null) {
                measures.add(checked);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        measures.forEach(measure -> store(list, measure, by));
        items.follow(list);
    }

    private @Nullable Checked check(Handover list, Given given, String at, List<FieldProblem> faults) {
        int before = faults.size();
        var id = id(given.id(), at, faults);
        var area = given.region() == null ? "" : Area.digits(given.region().strip());
        if (area.isEmpty() || !area.matches("[0-9]{2,13}") || !items.holds(list, area)) {
            faults.add(FieldProblem.field(at + "region", given.region(), "MEASURE_PLACE"));
        }
        var indicator = given.indicator() == null || given.indicator().isBlank() ? null : given.indicator();
        if (indicator != null && !list.indicators().contains(indicator)) {
            faults.add(FieldProblem.field(at + "indicator", indicator, "HANDOVER_INDICATORS"));
        }
        var what = given.what() == null ? "" : given.what().strip();
        if (what.isEmpty()) {
            faults.add(FieldProblem.field(at + "what", null, "MEASURE_WHAT"));
        } else if (what.length() > LONGEST) {
            faults.add(FieldProblem.field(at + "what", what, "RISK_TEXT_TOO_LONG", LONGEST));
        }
        var due = date(at + "dueOn", given.dueOn(), faults);
        if (due == null && (given.dueOn() == null || given.dueOn().isBlank())) {
            faults.add(FieldProblem.field(at + "dueOn", null, "MEASURE_DUE"));
        }
        var done = date(at + "doneOn", given.doneOn(), faults);
        if (id == null || due == null || faults.size() > before) {
            return null;
        }
        return new Checked(id, area, indicator, what, due, done, Boolean.TRUE.equals(given.dropped()));
    }

    private static @Nullable UUID id(@Nullable String text, String at, List<FieldProblem> faults) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            faults.add(FieldProblem.field(at + "id", text, "MEASURE_ID"));
            return null;
        }
    }

    private static @Nullable LocalDate date(String field, @Nullable String text, List<FieldProblem> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            faults.add(FieldProblem.field(field, text, "MALFORMED_DATE"));
            return null;
        }
    }

    private void store(Handover list, Checked measure, long by) {
        int written = jdbc.sql(
                        """
                        INSERT INTO risk_measure AS m (id, handover_id, agency, area, indicator, what, due_on, done_on, dropped, written_at, written_by_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET area = excluded.area, indicator = excluded.indicator, what = excluded.what, due_on = excluded.due_on,
                          done_on = excluded.done_on, dropped = excluded.dropped, written_at = excluded.written_at, written_by_id = excluded.written_by_id
                        WHERE m.handover_id = excluded.handover_id AND m.agency = excluded.agency
                        """)
                .params(
                        measure.id(),
                        list.id(),
                        list.agency(),
                        measure.area(),
                        measure.indicator(),
                        measure.what(),
                        measure.dueOn(),
                        measure.doneOn(),
                        measure.dropped(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                        by)
                .update();
        if (written == 0) {
            throw Problem.conflict("MEASURE_OF_ANOTHER_LIST");
        }
    }

    String placeName(String area) {
        return places.name(area);
    }
}
