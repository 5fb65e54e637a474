package id.deskpilkada.voting.report;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.HaltedVote;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.voting.VotingSlots;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks a TPS as halted when only an incident says so, in the transaction of the incident. */
@Component
class IncidentHalts {

    private static final String WORK = "voting";

    private final VotingRows rows;
    private final VotingStates states;
    private final VotingReports reports;
    private final VotingSlots slots;
    private final Elections elections;
    private final Changes changes;
    private final JdbcClient jdbc;

    IncidentHalts(
            VotingRows rows,
            VotingStates states,
            VotingReports reports,
            VotingSlots slots,
            Elections elections,
            Changes changes,
            JdbcClient jdbc) {
        this.rows = rows;
        this.states = states;
        this.reports = reports;
        this.slots = slots;
        this.elections = elections;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    private record Place(long roundId, String tpsCode) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Awaited awaited) {
        Scope.system(WORK, () -> rows.lock(awaited.roundId(), awaited.tps()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Begun begun) {
        Scope.system(WORK, () -> {
            rows.lock(begun.roundId(), begun.tps());
            jdbc.sql(
                            """
                            INSERT INTO voting_halt (incident_id, tps_code, round_id, since, by_report) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (incident_id, tps_code) DO UPDATE SET since = excluded.since, by_report = excluded.by_report, withdrawn = false, resumed_at = NULL
                            """)
                    .params(begun.incident(), begun.tps(), begun.roundId(), VotingRows.utc(begun.since()))
                    .param(begun.origin().equals(VotingAlarms.ORIGIN))
                    .update();
            derive(new Place(begun.roundId(), begun.tps()));
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Resumed resumed) {
        change(resumed.incident(), incident -> jdbc.sql("UPDATE voting_halt SET resumed_at = ? WHERE incident_id = ?")
                .params(VotingRows.utc(resumed.at()), incident)
                .update());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Withdrawn withdrawn) {
        change(withdrawn.incident(), incident -> withdraw(incident, true));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Restored restored) {
        change(restored.incident(), incident -> withdraw(incident, false));
    }

    private void withdraw(long incident, boolean withdrawn) {
        jdbc.sql("UPDATE voting_halt SET withdrawn = ? WHERE incident_id = ?")
                .params(withdrawn, incident)
                .update();
    }

    /** Where both tell of the same TPS, it stands still since the first of them, unless that one was over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(HaltedVote.Moved moved) {
        change(moved.incident(), incident -> {
            jdbc.sql(
                            """
                            INSERT INTO voting_halt (incident_id, tps_code, round_id, since, by_report, withdrawn, resumed_at)
                            SELECT ?, tps_code, round_id, since, by_report, withdrawn, resumed_at FROM voting_halt WHERE incident_id = ?
                            ON CONFLICT (incident_id, tps_code) DO UPDATE SET by_report = voting_halt.by_report AND excluded.by_report,
                              since = CASE WHEN voting_halt.resumed_at IS NULL THEN least(voting_halt.since, excluded.since) ELSE excluded.since END,
                              withdrawn = false, resumed_at = excluded.resumed_at
                            """)
                    .params(moved.into(), incident)
                    .update();
            jdbc.sql("DELETE FROM voting_halt WHERE incident_id = ?")
                    .param(incident)
                    .update();
        });
    }

    private void change(long incident, LongConsumer what) {
        Scope.system(WORK, () -> {
            List<Place> places = jdbc.sql(
                            "SELECT round_id, tps_code FROM voting_halt WHERE incident_id = ? ORDER BY tps_code")
                    .param(incident)
                    .query(Place.class)
                    .list();
            places.forEach(place -> rows.lock(place.roundId(), place.tpsCode()));
            what.accept(incident);
            places.forEach(this::derive);
        });
    }

    private void derive(Place place) {
        var round = elections.round(place.roundId());
        var day = reports.day(round, place.tpsCode(), rows.versions(round.id(), place.tpsCode()));
        states.write(round.id(), place.tpsCode(), day, slots.openedBy(round));
        changes.announce(VotingReports.TOPIC, place.tpsCode());
    }
}
