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
import java.util.List;
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
        var now = clock.instant();
        var opened = elections.slots(round.id()).stream()
                .filter(slot -> !slot.opensAt().isAfter(now))
                .toList();
        var rows = rows(round, Area.digits(region), opened, now);
        return opened.stream()
                .flatMap(slot -> rows.stream().filter(row -> row.isOf(slot)).map(row -> progress(slot, row)))
                .toList();
    }

    private SlotProgress progress(SlotRef slot, Row row) {
        return new SlotProgress(
                ReportKind.valueOf(row.kind()),
                slot.slot(),
                row.race() == ExpectedReports.NO_RACE ? null : elections.race(row.race()),
                local(slot.opensAt()),
                local(slot.dueAt()),
                row.progress());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }

    private List<Row> rows(RoundRef round, String area, List<SlotRef> slots, Instant now) {
        return jdbc.sql(
                        """
                        SELECT kind, slot, race_id, count(*) AS expected, count(*) FILTER (WHERE state = 'RECEIVED') AS received,
                          count(*) FILTER (WHERE state = 'LATE') AS late, count(*) FILTER (WHERE state = 'MISSING') AS missing,
                          count(*) FILTER (WHERE state = 'MISSING' AND due_at < :now) AS overdue, count(*) FILTER (WHERE state = 'EXCUSED') AS excused
                        FROM expected_report
                        WHERE round_id = :round AND (kind, slot) IN (SELECT * FROM unnest(CAST(:kinds AS text[]), CAST(:slots AS text[]))) AND starts_with(tps_code, :area)
                        GROUP BY kind, slot, race_id ORDER BY race_id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("round", round.id())
                .param("kinds", slots.stream().map(SlotRef::kind).toArray(String[]::new))
                .param("slots", slots.stream().map(SlotRef::slot).toArray(String[]::new))
                .param("area", area)
                .query((row, at) -> Row.of(row, area))
                .list();
    }

    private record Row(String kind, String slot, long race, Progress progress) {

        static Row of(ResultSet row, String area) throws SQLException {
            return new Row(
                    row.getString("kind"),
                    row.getString("slot"),
                    row.getLong("race_id"),
                    new Progress(
                            Area.dotted(area),
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
