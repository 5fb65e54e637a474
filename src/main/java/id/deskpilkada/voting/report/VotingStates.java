package id.deskpilkada.voting.report;

import id.deskpilkada.election.TpsCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what holds of a TPS now, for everybody who reads: the slot that changed and the station over all slots. */
@Component
class VotingStates {

    private final JdbcClient jdbc;

    VotingStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long roundId, String tps, Figures figures) {
        var code = new TpsCode(tps);
        var latest = figures.latest();
        jdbc.sql(
                        """
                        INSERT INTO voting_state (round_id, tps_code, slot, village_area, district_area, version, opened_at, closed_at, male, female, total, security, mobility, queue,
                          halted, officers_condition, on_duty_since, held, below_earlier, source, reporter_id, observed_at, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, tps_code, slot) DO UPDATE SET version = excluded.version, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
                          male = excluded.male, female = excluded.female, total = excluded.total, security = excluded.security, mobility = excluded.mobility, queue = excluded.queue,
                          halted = excluded.halted, officers_condition = excluded.officers_condition, on_duty_since = excluded.on_duty_since, held = excluded.held,
                          below_earlier = excluded.below_earlier, source = excluded.source, reporter_id = excluded.reporter_id, observed_at = excluded.observed_at,
                          recorded_at = excluded.recorded_at
                        """)
                .params(roundId, tps, figures.slot(), code.villageArea(), code.districtArea(), figures.versions())
                .params(VotingRows.utc(figures.openedAt()), VotingRows.utc(figures.closedAt()))
                .params(
                        figures.voters().male(),
                        figures.voters().female(),
                        figures.voters().total())
                .params(
                        VotingRows.name(figures.security()),
                        VotingRows.name(figures.mobility()),
                        figures.queue(),
                        figures.halted())
                .params(VotingRows.name(figures.officersCondition()), VotingRows.utc(figures.onDutySince()))
                .params(figures.held(), figures.belowEarlier())
                .params(latest.source().name(), latest.reporterId())
                .params(VotingRows.utc(latest.observedAt()), VotingRows.utc(latest.recordedAt()))
                .update();
    }

    Optional<String> remarks(long roundId, String tps, String slot) {
        return jdbc
                .sql("SELECT remarks FROM voting_state WHERE round_id = ? AND tps_code = ? AND slot = ?")
                .params(roundId, tps, slot)
                .query((row, number) -> row.getString("remarks"))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Words stay with the figures until others come, or until their report is erased. */
    void remark(long roundId, String tps, String slot, String remarks, UUID reportId) {
        jdbc.sql(
                        """
                        UPDATE voting_state SET remarks = ?, remarks_report_id = ? WHERE round_id = ? AND tps_code = ? AND slot = ?
                        """)
                .params(remarks, reportId, roundId, tps, slot)
                .update();
    }

    void write(long roundId, String tps, StationDay day, Instant openedBy) {
        var openedAt = day.openedAt();
        var security = day.security().orElse(null);
        var turnout = day.turnout().orElse(null);
        var voters = turnout == null ? Turnout.UNSAID : turnout.voters();
        var haltedSince = day.haltedSince();
        jdbc.sql(
                        """
                        UPDATE voting_station SET opened_at = ?, opened_late = ?, closed_at = ?, halted = ?, halted_since = ?, security = ?, security_at = ?,
                          turnout = ?, turnout_male = ?, turnout_female = ?, turnout_slot = ?, held = ?, reported_at = ?
                        WHERE round_id = ? AND tps_code = ?
                        """)
                .params(VotingRows.utc(openedAt), openedAt != null && openedAt.isAfter(openedBy))
                .params(VotingRows.utc(day.closedAt()), haltedSince != null, VotingRows.utc(haltedSince))
                .params(
                        security == null ? null : VotingRows.name(security.security()),
                        security == null
                                ? null
                                : VotingRows.utc(security.latest().observedAt()))
                .params(voters.total(), voters.male(), voters.female(), turnout == null ? null : turnout.slot())
                .params(day.held(), VotingRows.utc(day.reportedAt()))
                .params(roundId, tps)
                .update();
    }
}
