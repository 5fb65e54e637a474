package id.deskpilkada.readiness.screening.duty;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.IncidentSignalled;
import id.deskpilkada.platform.SystemTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the TPS whose officers are on duty for more than twelve hours and signals each shift once, on however many nodes it runs. */
@Component
class DutyWatch {

    private static final String WORK = "duty-watch";
    private static final int LONG_DUTY = 2;
    private static final int CHUNK = 200;

    private static final String FOUND =
            """
            INSERT INTO duty_overtime (round_id, tps_code, on_duty_since, signalled_at)
            SELECT c.round_id, c.tps_code, c.on_duty_since, :now FROM (
              SELECT DISTINCT ON (round_id, tps_code) round_id, tps_code, on_duty_since FROM duty_checkin
              WHERE round_id = ANY (:rounds) AND on_duty_since IS NOT NULL ORDER BY round_id, tps_code, seq DESC) c
            WHERE c.on_duty_since < :longest AND c.on_duty_since > :forgotten AND NOT EXISTS (
              SELECT 1 FROM duty_overtime o WHERE o.round_id = c.round_id AND o.tps_code = c.tps_code AND o.signalled_at > c.on_duty_since)
            ORDER BY c.on_duty_since LIMIT :most
            ON CONFLICT (round_id, tps_code) DO UPDATE SET on_duty_since = excluded.on_duty_since, signalled_at = excluded.signalled_at
              WHERE duty_overtime.signalled_at <= excluded.on_duty_since
            RETURNING round_id, tps_code
            """;

    private final JdbcClient jdbc;
    private final Elections elections;
    private final DutySettings settings;
    private final ApplicationEventPublisher events;
    private final SystemTransactions transactions;
    private final Clock clock;

    DutyWatch(
            JdbcClient jdbc,
            Elections elections,
            DutySettings settings,
            ApplicationEventPublisher events,
            SystemTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Found(long roundId, String tpsCode) {}

    /** Signals some of what is found and tells how many. */
    int look() {
        var rounds = elections.startedRounds().stream().map(RoundRef::id).toArray(Long[]::new);
        return rounds.length == 0 ? 0 : transactions.write(WORK, () -> signalled(rounds));
    }

    private int signalled(Long[] rounds) {
        var now = clock.instant();
        List<Found> found = jdbc.sql(FOUND)
                .param("now", DutyCheckins.utc(now))
                .param("rounds", rounds)
                .param("longest", DutyCheckins.utc(now.minus(settings.longest())))
                .param(
                        "forgotten",
                        DutyCheckins.utc(now.minus(settings.longest()).minus(Duration.ofDays(2))))
                .param("most", CHUNK)
                .query(Found.class)
                .list();
        found.forEach(one -> events.publishEvent(signal(one, now)));
        return found.size();
    }

    private IncidentSignalled signal(Found found, Instant now) {
        return new IncidentSignalled(
                found.roundId(),
                found.tpsCode(),
                found.tpsCode(),
                IncidentCategory.HEALTH,
                "Petugas TPS ini sudah bertugas lebih dari "
                        + settings.longest().toHours() + " jam. Pastikan mereka digantikan atau beristirahat.",
                LONG_DUTY,
                DutyCheckins.ORIGIN,
                null,
                now);
    }
}
