package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the reports of a place are, slot by slot. */
@Service
public class SlotReports {

    private final JdbcClient jdbc;
    private final Elections elections;
    private final Regions regions;
    private final Clock clock;

    SlotReports(JdbcClient jdbc, Elections elections, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.regions = regions;
        this.clock = clock;
    }

    /** The slots that have opened and in which something is expected, in the order in which they are due; those for Form C1 once for each race. Who may see them is for the caller to say. */
    @Transactional(readOnly = true)
    public List<SlotProgress> opened(RoundRef round, String region) {
        String area = Area.digits(region);
        return opened(round, area, Math.max(1, area.length())).stream()
                .map(slot -> new SlotProgress(
                        slot.kind(),
                        slot.slot(),
                        slot.race(),
                        local(slot.opensAt()),
                        local(slot.dueAt()),
                        slot.here(Area.dotted(area))))
                .toList();
    }

    /** The same for each place inside an area, by the first digits of their codes: one statement, however many places and slots there are. */
    @Transactional(readOnly = true)
    public List<SlotPlaces> opened(RoundRef round, String area, int digits) {
        var now = clock.instant();
        var opened = elections.slots(round.id()).stream()
                .filter(slot -> !slot.opensAt().isAfter(now))
                .toList();
        var rows = rows(round, area, digits, opened, now);
        return opened.stream()
                .flatMap(slot -> of(slot, rows).entrySet().stream()
                        .map(race -> new SlotPlaces(
                                ReportKind.valueOf(slot.kind()),
                                slot.slot(),
                                race.getKey() == ExpectedReports.NO_RACE ? null : elections.race(race.getKey()),
                                slot.opensAt(),
                                slot.dueAt(),
                                race.getValue())))
                .toList();
    }

    /** How many reports of some rounds have not come though they were due, inside areas given as digits. Once voting has begun nobody is called about readiness. */
    @Transactional(readOnly = true)
    public int overdue(Collection<RoundRef> rounds, Collection<String> areas) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM expected_report e
                        WHERE round_id = ANY (:rounds) AND state = 'MISSING' AND due_at < :now AND tps_code LIKE ANY (:areas)
                          AND (kind <> 'READINESS' OR NOT EXISTS (
                            SELECT 1 FROM schedule_slot s WHERE s.round_id = e.round_id AND s.kind IN ('VOTING', 'C1') AND s.opens_at <= :now))
                        """)
                .param("rounds", rounds.stream().map(RoundRef::id).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("areas", areas.stream().map(area -> area + "%").toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static Map<Long, Map<String, Progress>> of(SlotRef slot, List<Row> rows) {
        var races = new TreeMap<Long, Map<String, Progress>>();
        rows.stream().filter(row -> row.isOf(slot)).forEach(row -> races.computeIfAbsent(
                        row.race(), race -> new HashMap<>())
                .put(row.progress().code(), row.progress()));
        return races;
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }

    private List<Row> rows(RoundRef round, String area, int digits, List<SlotRef> slots, Instant now) {
        return jdbc.sql(
                        """
                        SELECT kind, slot, race_id, left(tps_code, :digits) AS place, count(*) AS expected, count(*) FILTER (WHERE state = 'RECEIVED') AS received,
                          count(*) FILTER (WHERE state = 'LATE') AS late, count(*) FILTER (WHERE state = 'MISSING') AS missing,
                          count(*) FILTER (WHERE state = 'MISSING' AND due_at < :now) AS overdue, count(*) FILTER (WHERE state = 'EXCUSED') AS excused
                        FROM expected_report
                        WHERE round_id = :round AND (kind, slot) IN (SELECT * FROM unnest(CAST(:kinds AS text[]), CAST(:slots AS text[]))) AND starts_with(tps_code, :area)
                        GROUP BY 1, 2, 3, 4
                        """)
                .param("digits", digits)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("round", round.id())
                .param("kinds", slots.stream().map(SlotRef::kind).toArray(String[]::new))
                .param("slots", slots.stream().map(SlotRef::slot).toArray(String[]::new))
                .param("area", area)
                .query((row, at) -> Row.of(row))
                .list();
    }

    private record Row(String kind, String slot, long race, Progress progress) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("kind"),
                    row.getString("slot"),
                    row.getLong("race_id"),
                    new Progress(
                            row.getString("place"),
                            "",
                            row.getInt("expected"),
                            row.getInt("received"),
                            row.getInt("late"),
                            row.getInt("missing"),
                            row.getInt("overdue"),
                            row.getInt("excused")));
        }

        boolean isOf(SlotRef other) {
            return kind.equals(other.kind()) && slot.equals(other.slot());
        }
    }
}
