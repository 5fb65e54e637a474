package id.deskpilkada.readiness.screening.duty;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.IncidentSignalled;
import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.fieldreport.OfficersReported;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.screening.duty.DutyCheckin.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes check-ins of the day. "Needs an ambulance" is signalled as an incident in the same transaction, once for each check-in. */
@Service
class DutyCheckins {

    static final String ORIGIN = "DUTY";

    private static final int LIFE_IN_DANGER = 4;
    private static final Duration LONGEST_AGO = Duration.ofHours(48);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    /** A second tap of a hurried finger, sent without the first one's id, means the first one. */
    private static final Duration SAME_EMERGENCY = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Elections elections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyCheckins(JdbcClient jdbc, Elections elections, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.events = events;
        this.clock = clock;
    }

    /**
     * False when it was there already.
     *
     * @throws Problem 403 {@code NOT_YOUR_TPS}, 409 {@code DUTY_CHECKIN_DIFFERS}, {@code ROUND_NOT_STARTED}, 422 {@code UNKNOWN_TPS}, {@code ON_DUTY_RANGE}
     */
    @Transactional
    public boolean take(DutyCheckin checkin, Actor actor) {
        if (!actor.may(Permission.REPORT, checkin.tps()) && !actor.may(Permission.REPORT_FOR_OTHERS, checkin.tps())) {
            throw Problem.forbidden("NOT_YOUR_TPS", checkin.tps());
        }
        var round = elections.round(checkin.election(), checkin.round());
        if (round.phase() == RoundPhase.PREPARED) {
            throw Problem.conflict("ROUND_NOT_STARTED", round.code());
        }
        elections.station(round, checkin.tps()).orElseThrow(() -> Problem.unprocessable("UNKNOWN_TPS", checkin.tps()));
        var now = clock.instant();
        refuseImpossible(checkin.onDutySince(), now);
        return Scope.widened(List.of(checkin.tps()), () -> store(round.id(), checkin, actor, now));
    }

    /** What a report of the day said: the ledger has seen to it that it comes once. */
    void take(OfficersReported reported) {
        var condition = reported.condition();
        jdbc.sql(
                        """
                        INSERT INTO duty_checkin (id, round_id, tps_code, on_duty_since, condition, reporter_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(UUID.randomUUID(), reported.roundId(), reported.tps())
                .params(utc(reported.onDutySince()), condition == null ? null : condition.name())
                .params(reported.actorId(), utc(reported.at()))
                .update();
        if (condition == OfficersCondition.NEEDS_AMBULANCE) {
            signalAmbulance(reported.roundId(), reported.tps(), reported.actorId(), reported.at());
        }
    }

    private void signalAmbulance(long roundId, String tps, long actorId, Instant at) {
        events.publishEvent(new IncidentSignalled(
                roundId,
                tps,
                tps,
                IncidentCategory.HEALTH,
                "Seseorang di TPS ini perlu ambulans.",
                LIFE_IN_DANGER,
                ORIGIN,
                actorId,
                at));
    }

    private static void refuseImpossible(@Nullable Instant since, Instant now) {
        if (since != null && (since.isAfter(now.plus(CLOCKS_APART)) || since.isBefore(now.minus(LONGEST_AGO)))) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("onDutySince", since.toString(), "ON_DUTY_RANGE")));
        }
    }

    private boolean store(long roundId, DutyCheckin checkin, Actor actor, Instant now) {
        if (known(roundId, checkin, actor) || tappedTwice(roundId, checkin, actor, now)) {
            return false;
        }
        int stored = jdbc.sql(
                        """
                        INSERT INTO duty_checkin (id, round_id, tps_code, on_duty_since, condition, reporter_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """)
                .params(
                        checkin.id(),
                        roundId,
                        checkin.tps(),
                        utc(checkin.onDutySince()),
                        checkin.condition().name(),
                        actor.id(),
                        utc(now))
                .update();
        if (stored == 0) {
            return known(roundId, checkin, actor);
        }
        if (checkin.condition() == Condition.NEEDS_AMBULANCE) {
            signalAmbulance(roundId, checkin.tps(), actor.id(), now);
        }
        return true;
    }

    private record Stored(
            long roundId,
            String tpsCode,
            @Nullable OffsetDateTime onDutySince,
            @Nullable String condition,
            long reporterId) {}

    private boolean known(long roundId, DutyCheckin checkin, Actor actor) {
        var stored = jdbc.sql(
                        "SELECT round_id, tps_code, on_duty_since, condition, reporter_id FROM duty_checkin WHERE id = ?")
                .param(checkin.id())
                .query(Stored.class)
                .optional();
        if (stored.isEmpty()) {
            return false;
        }
        var before = stored.get();
        var since = before.onDutySince();
        var wanted = checkin.onDutySince();
        boolean same = before.roundId() == roundId
                && before.tpsCode().equals(checkin.tps())
                && checkin.condition().name().equals(before.condition())
                && before.reporterId() == actor.id()
                && (since == null
                        ? wanted == null
                        : wanted != null && since.toInstant().equals(wanted));
        if (!same) {
            throw Problem.conflict("DUTY_CHECKIN_DIFFERS");
        }
        return true;
    }

    private boolean tappedTwice(long roundId, DutyCheckin checkin, Actor actor, Instant now) {
        if (checkin.condition() != Condition.NEEDS_AMBULANCE) {
            return false;
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
                .param("ambulance/" + actor.id() + "/" + checkin.tps())
                .query((row, number) -> true)
                .single();
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM duty_checkin WHERE round_id = ? AND tps_code = ? AND reporter_id = ?
                          AND condition = 'NEEDS_AMBULANCE' AND at > ?)
                        """)
                .params(roundId, checkin.tps(), actor.id(), utc(now.minus(SAME_EMERGENCY)))
                .query(Boolean.class)
                .single();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
