package id.deskpilkada.incident.digest;

import id.deskpilkada.fieldreport.IncidentCategory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the leaders do not know yet. To ask for it is to have told it: one transaction with the messages. */
@Component
class DigestRows {

    private static final String TAKE =
            """
            WITH told AS (
              INSERT INTO incident_leader_told (incident_id, run, what, at)
              SELECT i.id, i.run, :what, :at FROM incident i
              WHERE %s AND i.round_id <> ALL ((SELECT hidden_practice())::bigint[]) AND NOT EXISTS (SELECT 1 FROM incident_leader_told t WHERE t.incident_id = i.id AND t.run = i.run AND t.what = :what)
              ORDER BY i.id ON CONFLICT DO NOTHING RETURNING incident_id)
            SELECT i.category, count(*)::int AS count FROM told JOIN incident i ON i.id = told.incident_id GROUP BY 1 ORDER BY 2 DESC, 1
            """;

    /** Life in danger was told at once; what was none, or another one, is nothing to tell. */
    private static final String BEGUN = TAKE.formatted("i.severity < 4 AND i.state NOT IN ('REJECTED', 'MERGED')");

    /** That it was none interests whoever was told of it. */
    private static final String ENDED = TAKE.formatted(
            "(i.state = 'CLOSED' OR i.state = 'REJECTED' AND EXISTS (SELECT 1 FROM incident_leader_told b WHERE b.incident_id = i.id AND b.what = 'BEGUN'))");

    private final JdbcClient jdbc;

    DigestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Count(IncidentCategory category, int count) {}

    record Open(long id, String area, int severity) {}

    /** Number of the digest that is due, none before its time. Whoever else asks waits, and then finds none. @param before when the last one must have been written at the latest */
    Optional<Integer> claim(String area, Instant before) {
        jdbc.sql("INSERT INTO incident_digest (area) VALUES (?) ON CONFLICT DO NOTHING")
                .param(area)
                .update();
        return jdbc.sql(
                        "SELECT no + 1 FROM incident_digest WHERE area = ? AND (sent_at IS NULL OR sent_at <= ?) FOR UPDATE")
                .params(area, utc(before))
                .query(Integer.class)
                .optional();
    }

    void sent(String area, int no, Instant at) {
        jdbc.sql("UPDATE incident_digest SET no = ?, sent_at = ? WHERE area = ?")
                .params(no, utc(at), area)
                .update();
    }

    List<Count> begun(Instant at) {
        return take(BEGUN, "BEGUN", at);
    }

    List<Count> ended(Instant at) {
        return take(ENDED, "ENDED", at);
    }

    private List<Count> take(String sql, String what, Instant at) {
        return jdbc.sql(sql)
                .param("what", what)
                .param("at", utc(at))
                .query(Count.class)
                .list();
    }

    List<Count> open() {
        return jdbc.sql(
                        "SELECT category, count(*)::int AS count FROM incident WHERE state IN ('REPORTED', 'HANDLING') GROUP BY 1 ORDER BY 2 DESC, 1")
                .query(Count.class)
                .list();
    }

    int lifeInDanger() {
        return jdbc.sql("SELECT count(*)::int FROM incident WHERE state IN ('REPORTED', 'HANDLING') AND severity = 4")
                .query(Integer.class)
                .single();
    }

    /** The gravest first, then those that have waited longest. */
    List<Open> gravest(int most) {
        return jdbc.sql(
                        "SELECT id, area, severity FROM incident WHERE state IN ('REPORTED', 'HANDLING') ORDER BY severity DESC, reported_at, id LIMIT ?")
                .param(most)
                .query(Open.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
