package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.expectation.wave.WaveChanged.Cause;
import id.deskpilkada.expectation.wave.Waves;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due, as one row for each TPS: known beforehand, and each exactly one of received, late, missing or excused. */
@Service
public class ExpectedReports {

    /** Stands for "no race" in the key of a row. */
    static final long NO_RACE = 0;

    private final JdbcClient jdbc;
    private final Elections elections;
    private final OwnDueTimes own;
    private final ExpectedRows rows;
    private final Waves waves;
    private final Changes changes;
    private final DeskSettings desk;

    ExpectedReports(
            JdbcClient jdbc,
            Elections elections,
            OwnDueTimes own,
            ExpectedRows rows,
            Waves waves,
            Changes changes,
            DeskSettings desk) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.own = own;
        this.rows = rows;
        this.waves = waves;
        this.changes = changes;
        this.desk = desk;
    }

    /**
     * Expects a report of every TPS of a round, or of those that vote on a race. Asked again, it adds what is new and moves the due time of what is still missing. A TPS with a due
     * time of its own keeps it.
     *
     * @return how many rows are new or moved
     */
    @Transactional
    public int expect(RoundRef round, ReportKind kind, String slot, @Nullable RaceRef race, Instant dueAt) {
        long raceId = race == null ? NO_RACE : race.id();
        return jdbc.sql(
                        """
                        WITH changed AS (
                          INSERT INTO expected_report AS e (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at)
                          SELECT r.id, :kind, :slot, :race, p.code, p.village_area, p.district_area, coalesce(o.due_at, :due)
                          FROM round r JOIN polling_station p ON p.election_id = r.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
                          LEFT JOIN own_due_time o ON o.round_id = r.id AND o.kind = :kind AND o.slot = :slot AND o.tps_code = p.code
                          WHERE r.id = :round AND starts_with(p.code, :area)
                          ORDER BY p.code
                          ON CONFLICT (round_id, kind, slot, race_id, tps_code) DO UPDATE SET due_at = excluded.due_at
                          WHERE e.state = 'MISSING' AND e.due_at <> excluded.due_at
                          RETURNING e.district_area, (e.xmax = 0) AS added),
                        counted AS (
                          INSERT INTO report_wave AS w (round_id, kind, slot, race_id, district_area, missing)
                          SELECT :round, :kind, :slot, :race, district_area, count(*) FILTER (WHERE added) FROM changed GROUP BY district_area ORDER BY district_area
                          ON CONFLICT (round_id, kind, slot, race_id, district_area) DO UPDATE SET missing = w.missing + excluded.missing)
                        SELECT count(*) FROM changed
                        """)
                .param("round", round.id())
                .param("kind", kind.name())
                .param("slot", slot)
                .param("race", raceId)
                .param("due", dueAt.atOffset(ZoneOffset.UTC))
                .param("area", race == null ? "" : Area.digits(race.regionCode()))
                .query(Integer.class)
                .single();
    }

    /** Takes back what a changed schedule no longer asks for: reports of a kind that have not come, in slots other than these. What has come or was excused stays. */
    @Transactional
    public void withdraw(RoundRef round, ReportKind kind, Collection<String> slotsThatRemain) {
        var gone = rows.removeMissing(round.id(), kind, slotsThatRemain);
        gone.forEach(waves::fewer);
        waves.changed(rows.waves(round.id(), kind, slotsThatRemain), Cause.WITHDRAWN);
        if (!gone.isEmpty()) {
            changes.announce("progress", desk.area());
        }
    }

    /**
     * Gives one TPS a due time of its own for a slot, whatever the race: what is still missing moves now, and what is expected later gets it too. Without a time the schedule's
     * holds again.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code UNKNOWN_SLOT}
     */
    @Transactional
    public void due(long roundId, ReportKind kind, String slot, String tps, @Nullable Instant at) {
        var scheduled = elections.slot(roundId, kind.name(), slot).dueAt();
        own.set(roundId, kind, slot, tps, at);
        var moved = rows.move(roundId, kind, slot, tps, at == null ? scheduled : at);
        if (!moved.isEmpty()) {
            waves.changed(moved, Cause.MOVED);
            changes.announce("progress", tps);
        }
    }

    /**
     * Notes that a report has come. The first report counts: on time until its due time, late after it or after an excuse. A TPS that was added since is expected from now on.
     *
     * @param raceId 0 for a report that belongs to no race
     */
    @Transactional
    public void received(long roundId, ReportKind kind, String slot, long raceId, String tps, Instant at) {
        var noted = rows.note(roundId, kind, slot, raceId, tps, at);
        noted.filter(ExpectedRows.Noted::wasMissing)
                .ifPresent(row -> waves.fewer(new Wave(roundId, kind, slot, raceId, row.district()), 1));
        if (noted.isPresent() || add(roundId, kind, slot, raceId, tps, at)) {
            changes.announce("progress", tps);
        }
    }

    private boolean add(long roundId, ReportKind kind, String slot, long raceId, String tps, Instant at) {
        if (rows.isExpected(roundId, kind, slot, raceId, tps)) {
            return false;
        }
        var station = elections.station(elections.round(roundId), tps);
        if (station.isEmpty()) {
            return false;
        }
        var dueAt = own.of(roundId, kind, slot, tps)
                .orElseGet(() -> elections.slot(roundId, kind.name(), slot).dueAt());
        var wave = new Wave(roundId, kind, slot, raceId, station.get().districtArea());
        return rows.add(wave, tps, station.get().villageArea(), dueAt, at);
    }
}
