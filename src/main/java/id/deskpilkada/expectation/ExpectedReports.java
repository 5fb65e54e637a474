package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final Changes changes;

    ExpectedReports(JdbcClient jdbc, Elections elections, OwnDueTimes own, Changes changes) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.own = own;
        this.changes = changes;
    }

    /**
     * Expects a report of every TPS of a round, or of those that vote on a race. Asked again, it adds what is new and moves the due time of what is still missing. A TPS with a due
     * time of its own keeps it.
     *
     * @return how many rows are new or moved
     */
    @Transactional
    public int expect(RoundRef round, ReportKind kind, String slot, @Nullable RaceRef race, Instant dueAt) {
        return jdbc.sql(
                        """
                        INSERT INTO expected_report AS e (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at)
                        SELECT r.id, ?, ?, ?, p.code, p.village_area, p.district_area, coalesce(o.due_at, ?)
                        FROM round r JOIN polling_station p ON p.election_id = r.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
                        LEFT JOIN own_due_time o ON o.round_id = r.id AND o.kind = ? AND o.slot = ? AND o.tps_code = p.code
                        WHERE r.id = ? AND starts_with(p.code, ?)
                        ORDER BY p.code
                        ON CONFLICT (round_id, kind, slot, race_id, tps_code) DO UPDATE SET due_at = excluded.due_at
                        WHERE e.state = 'MISSING' AND e.due_at <> excluded.due_at
                        """)
                .params(kind.name(), slot, race == null ? NO_RACE : race.id(), dueAt.atOffset(ZoneOffset.UTC))
                .params(kind.name(), slot)
                .params(round.id(), race == null ? "" : Area.digits(race.regionCode()))
                .update();
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
        int moved = jdbc.sql(
                        """
                        UPDATE expected_report SET due_at = ?
                        WHERE round_id = ? AND kind = ? AND slot = ? AND tps_code = ? AND state = 'MISSING'
                        """)
                .params((at == null ? scheduled : at).atOffset(ZoneOffset.UTC), roundId, kind.name(), slot, tps)
                .update();
        if (moved > 0) {
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
        if (note(roundId, kind, slot, raceId, tps, at) || add(roundId, kind, slot, raceId, tps, at)) {
            changes.announce("progress", tps);
        }
    }

    private boolean note(long roundId, ReportKind kind, String slot, long raceId, String tps, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return jdbc.sql(
                                """
                                UPDATE expected_report SET received_at = ?,
                                  state = CASE WHEN state = 'MISSING' AND due_at >= ? THEN 'RECEIVED' ELSE 'LATE' END
                                WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND tps_code = ? AND state IN ('MISSING', 'EXCUSED')
                                """)
                        .params(time, time, roundId, kind.name(), slot, raceId, tps)
                        .update()
                == 1;
    }

    private boolean add(long roundId, ReportKind kind, String slot, long raceId, String tps, Instant at) {
        if (isExpected(roundId, kind, slot, raceId, tps)) {
            return false;
        }
        var round = elections.round(roundId);
        var station = elections.station(round, tps);
        if (station.isEmpty()) {
            return false;
        }
        var dueAt = own.of(roundId, kind, slot, tps)
                .orElseGet(() -> elections.slot(roundId, kind.name(), slot).dueAt());
        return jdbc.sql(
                                """
                                INSERT INTO expected_report (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at, received_at, state)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(roundId, kind.name(), slot, raceId, tps)
                        .params(station.get().villageArea(), station.get().districtArea())
                        .params(dueAt.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                        .param(at.isAfter(dueAt) ? "LATE" : "RECEIVED")
                        .update()
                == 1;
    }

    private boolean isExpected(long roundId, ReportKind kind, String slot, long raceId, String tps) {
        return jdbc.sql(
                                """
                        SELECT count(*) FROM expected_report
                        WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND tps_code = ?
                        """)
                        .params(roundId, kind.name(), slot, raceId, tps)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
