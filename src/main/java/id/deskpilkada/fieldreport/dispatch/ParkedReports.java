package id.deskpilkada.fieldreport.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports set aside after too many technical failures, until a person lets them be tried again. */
@Component
public class ParkedReports {

    private final JdbcClient jdbc;
    private final DispatchQueue queue;

    ParkedReports(JdbcClient jdbc, DispatchQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("SELECT count(*) FROM field_report WHERE parked")
                .query(Long.class)
                .single();
    }

    /** Their ids, oldest first. */
    @Transactional(readOnly = true)
    public List<UUID> page(int page, int size) {
        return jdbc.sql("SELECT id FROM field_report WHERE parked ORDER BY seq LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query(UUID.class)
                .list();
    }

    /** Those that no case of the process speaks of, oldest first. */
    public List<Parked> withoutCase(String process, int most) {
        return jdbc.sql(
                        """
                        SELECT id, kind, area, attempts FROM field_report r
                        WHERE parked AND state = 'STORED'
                          AND NOT EXISTS (SELECT 1 FROM work_case c WHERE c.process = ? AND c.subject = r.id || '/' || r.area)
                        ORDER BY seq LIMIT ?
                        """)
                .params(process, most)
                .query(Parked.class)
                .list();
    }

    /** @param attempts how often it failed */
    public record Parked(UUID id, String kind, String area, int attempts) {}

    /** False when the report is not parked. */
    @Transactional
    public boolean retry(UUID id) {
        return queue.unpark(id);
    }
}
