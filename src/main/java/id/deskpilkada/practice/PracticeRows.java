package id.deskpilkada.practice;

import id.deskpilkada.election.RoundRef;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code practice_round}: what there is and what there was. */
@Component
class PracticeRows {

    private final JdbcClient jdbc;

    PracticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A practice, also one that is gone.
     *
     * @param phase of its round; null when it is wiped
     * @param outside whether its messages may leave the inbox
     * @param wipingAt since when it is being wiped
     */
    public record Practice(
            long roundId,
            String election,
            String code,
            @Nullable String phase,
            @Nullable OffsetDateTime openedAt,
            @Nullable String openedBy,
            boolean outside,
            @Nullable OffsetDateTime wipingAt,
            @Nullable OffsetDateTime wipedAt,
            @Nullable String wipedBy) {

        public boolean wiped() {
            return wipedAt != null;
        }
    }

    void oneAtATime() {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('desk practice'))) AS locked")
                .query(Integer.class)
                .single();
    }

    /** A code is never given twice: what somebody's telephone still holds for the last practice must not come into the next. */
    int nextNumber(long election) {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(substring(code FROM '^GLADI-([0-9]{1,6})$')::int), 0) + 1 FROM (
                          SELECT code FROM round WHERE election_id = :election
                          UNION ALL SELECT p.code FROM practice_round p JOIN election e ON e.code = p.election WHERE e.id = :election) known
                        """)
                .param("election", election)
                .query(Integer.class)
                .single();
    }

    void opened(RoundRef round, boolean outside, long by) {
        jdbc.sql("INSERT INTO practice_round (round_id, election, code, outside, opened_by) VALUES (?, ?, ?, ?, ?)")
                .params(round.id(), round.electionCode(), round.code(), outside, by)
                .update();
    }

    /** The latest first; also a round of this kind that set-up made. */
    @Transactional(readOnly = true)
    public List<Practice> latest(int most) {
        return jdbc.sql(
                        """
                        SELECT coalesce(r.id, p.round_id) AS round_id, coalesce(e.code, p.election) AS election, coalesce(r.code, p.code) AS code, r.phase,
                               coalesce(p.opened_at, r.started_at) AS opened_at, o.name AS opened_by, coalesce(p.outside, false) AS outside, p.wiping_at, p.wiped_at, w.name AS wiped_by
                        FROM practice_round p FULL JOIN (SELECT * FROM round WHERE kind = 'REHEARSAL') r ON r.id = p.round_id
                          LEFT JOIN election e ON e.id = r.election_id
                          LEFT JOIN staff_member o ON o.id = p.opened_by LEFT JOIN staff_member w ON w.id = p.wiped_by
                        ORDER BY 1 DESC LIMIT ?
                        """)
                .param(most)
                .query(Practice.class)
                .list();
    }

    /** @param by null for whoever runs the machine */
    void begin(long round, @Nullable Long by) {
        jdbc.sql("SELECT 1 FROM (SELECT begin_wipe(?, ?::bigint)) AS begun")
                .params(round, by)
                .query(Integer.class)
                .single();
    }

    List<String> tables() {
        return jdbc.sql("SELECT facts FROM rows_of_round() ORDER BY pos")
                .query(String.class)
                .list();
    }

    /** How many rows of a table have gone; 0 when none is left. */
    long wipe(long round, String table, int most) {
        return jdbc.sql("SELECT wipe_rows(?, ?, ?)")
                .params(round, table, most)
                .query(Long.class)
                .single();
    }

    void wiped(long round) {
        jdbc.sql("UPDATE practice_round SET wiped_at = now() WHERE round_id = ?")
                .param(round)
                .update();
    }
}
