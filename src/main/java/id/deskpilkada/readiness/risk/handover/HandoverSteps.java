package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what with a list, and when. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandoverSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by name of who did it; null where the clock did */
    record Step(String step, String agency, @Nullable String detail, @Nullable String by, OffsetDateTime at) {}

    static @Nullable Long actor() {
        return CurrentActor.get().map(Actor::id).orElse(null);
    }

    void tell(Handover list, String step, @Nullable String detail) {
        jdbc.sql(
                        "INSERT INTO risk_handover_step (handover_id, step, agency, detail, actor_id, at) VALUES (?, ?, ?, ?, ?::bigint, ?)")
                .params(
                        list.id(),
                        step,
                        list.agency(),
                        detail,
                        actor(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
    }

    List<Step> of(long list) {
        return jdbc.sql(
                        """
                        SELECT p.step, p.agency, p.detail, s.name AS by, p.at FROM risk_handover_step p LEFT JOIN staff_member s ON s.id = p.actor_id
                        WHERE p.handover_id = ? ORDER BY p.id
                        """)
                .param(list)
                .query(Step.class)
                .list();
    }
}
