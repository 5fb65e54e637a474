package id.deskpilkada.readiness.risk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to an entry, and what its agencies do about it. */
@Component
@Transactional(readOnly = true)
class RiskHistory {

    private final JdbcClient jdbc;

    RiskHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by name of who did it; null where the installation did */
    record Event(String act, @Nullable String detail, @Nullable String by, OffsetDateTime at) {}

    /** @param place digits for which it is meant, the entry's own or wider */
    record Measure(UUID id, String agency, String place, String what, LocalDate dueOn, @Nullable LocalDate doneOn) {}

    List<Event> events(long risk) {
        return jdbc.sql(
                        """
                        SELECT e.act, e.detail, s.name AS by, e.at FROM risk_event e LEFT JOIN staff_member s ON s.id = e.actor_id
                        WHERE e.risk_id = ? ORDER BY e.id
                        """)
                .param(risk)
                .query(Event.class)
                .list();
    }

    List<Measure> measures(long risk) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT m.id, m.agency, m.area AS place, m.what, m.due_on, m.done_on
                        FROM risk_handover_item t JOIN risk_measure m ON m.handover_id = t.handover_id AND m.agency = t.agency
                        WHERE t.risk_id = ? AND NOT m.dropped AND starts_with(t.area, m.area) AND (m.indicator IS NULL OR m.indicator = t.indicator)
                        ORDER BY m.due_on, m.id
                        """)
                .param(risk)
                .query(Measure.class)
                .list();
    }
}
