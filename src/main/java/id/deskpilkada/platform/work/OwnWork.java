package id.deskpilkada.platform.work;

import id.deskpilkada.platform.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much work waits for one person, by process: counted where it lies, because the tasks of a whole regency are too many to be read for a number. */
@Component
public class OwnWork {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Tasks of one process that the person has taken or may take.
     *
     * @param process key of the model, e.g. {@code incident-response}
     * @param name of the process as its model has it, in Indonesian
     * @param overdue of them those whose time is over
     */
    public record Kind(String process, String name, int open, int overdue) {}

    /** What is late stands first, then the most. */
    @Transactional(readOnly = true)
    public List<Kind> of(Actor actor) {
        return jdbc.sql(
                        """
                        SELECT d.key_ AS process, coalesce(min(d.name_), min(t.name_)) AS name, count(*) AS open, count(*) FILTER (WHERE t.due_date_ < :now) AS overdue
                        FROM act_ru_task t JOIN act_re_procdef d ON d.id_ = t.proc_def_id_
                        WHERE t.suspension_state_ = 1 AND (t.assignee_ = :username OR t.assignee_ IS NULL AND EXISTS (
                          SELECT 1 FROM act_ru_identitylink l WHERE l.task_id_ = t.id_ AND l.type_ = 'candidate' AND (l.user_id_ = :username OR l.group_id_ = ANY (:groups))))
                        GROUP BY d.key_ ORDER BY overdue DESC, open DESC, 1, 2
                        """)
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("username", actor.username())
                .param("groups", actor.groups().toArray(String[]::new))
                .query(Kind.class)
                .list();
    }
}
