package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the cases of a round part by part; then moves the deadlines of cases that an older schedule has set. What a part has done is there, so that after a crash the next part goes on behind it. */
@Component
class ReadinessOpening implements PreparationWork {

    private final PreparationDates dates;
    private final RunningReadinessProcess process;
    private final ReadinessSlots slots;
    private final ReadinessRows rows;
    private final Shortcomings shortcomings;
    private final ReadinessSettings settings;
    private final JdbcClient jdbc;

    ReadinessOpening(
            PreparationDates dates,
            RunningReadinessProcess process,
            ReadinessSlots slots,
            ReadinessRows rows,
            Shortcomings shortcomings,
            ReadinessSettings settings,
            JdbcClient jdbc) {
        this.dates = dates;
        this.process = process;
        this.slots = slots;
        this.rows = rows;
        this.shortcomings = shortcomings;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean openNext(RoundRef round) {
        if (dates.siteSlot(round.id()).isEmpty()) {
            return false;
        }
        var waiting = waiting(round);
        waiting.forEach(tps -> process.open(new ReadinessCase(round, tps)));
        if (waiting.size() == settings.casesPerPart()) {
            return true;
        }
        return move(round, ReadinessStage.SITE) || move(round, ReadinessStage.LOGISTICS);
    }

    private List<String> waiting(RoundRef round) {
        return jdbc.sql(
                        """
                        SELECT p.code FROM polling_station p JOIN round r ON r.id = ? AND p.election_id = r.election_id
                        WHERE (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
                          AND NOT EXISTS (SELECT 1 FROM work_case w WHERE w.process = 'tps-readiness' AND w.subject = ? || p.code)
                        ORDER BY p.code LIMIT ?
                        """)
                .params(round.id(), round.businessKey() + "/", settings.casesPerPart())
                .query(String.class)
                .list();
    }

    private boolean move(RoundRef round, ReadinessStage stage) {
        Instant due = slots.due(round.id(), stage);
        var outdated = jdbc.sql(
                        """
                        SELECT tps_code, work_due_at FROM readiness WHERE round_id = ? AND stage = ? AND work_due_at <> ? ORDER BY tps_code LIMIT ? FOR UPDATE
                        """)
                .params(round.id(), stage.name(), due.atOffset(ZoneOffset.UTC), settings.casesPerPart())
                .query(Outdated.class)
                .list();
        for (var one : outdated) {
            var about = new ReadinessCase(round, one.tpsCode());
            shortcomings.move(about, stage, one.workDueAt().toInstant(), due);
            process.moveDue(about, due);
            rows.at(about, stage, due);
        }
        return outdated.size() == settings.casesPerPart();
    }

    private record Outdated(String tpsCode, OffsetDateTime workDueAt) {}
}
