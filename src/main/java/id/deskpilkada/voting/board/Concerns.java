package id.deskpilkada.voting.board;

import id.deskpilkada.platform.Page;
import id.deskpilkada.voting.VotingFacts.Concern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where it is not calm or voting is halted, with the words of the last report that said so and since when reports have said it without a break. */
final class Concerns {

    private static final String FOUND =
            """
            WITH told AS (
              SELECT DISTINCT ON (area) area, security, remarks, reporter_id, observed_at, seq FROM situation
              WHERE round_id = :round AND starts_with(area, :area) ORDER BY area, observed_at DESC, seq DESC),
            found AS (
              SELECT s.tps_code AS place, s.halted, coalesce(s.security, 'CALM') AS security, s.halted_since, s.security_at FROM voting_station s
              WHERE s.round_id = :round AND starts_with(s.tps_code, :area) AND (s.halted OR s.security IN ('ATTENTION', 'UNREST'))
              UNION ALL
              SELECT area, false, security, NULL, observed_at FROM told WHERE security <> 'CALM')
            """;
    private static final String WORDS =
            """
            SELECT f.place, f.halted, f.security,
              coalesce(f.halted_since,
                (SELECT min(v.observed_at) FROM voting_report v WHERE v.round_id = :round AND v.tps_code = f.place AND v.security = f.security AND v.seq > coalesce(
                  (SELECT max(o.seq) FROM voting_report o WHERE o.round_id = :round AND o.tps_code = f.place AND o.security <> f.security), 0)),
                (SELECT min(v.observed_at) FROM situation_report v WHERE v.round_id = :round AND v.area = f.place AND v.security = f.security AND v.seq > coalesce(
                  (SELECT max(o.seq) FROM situation_report o WHERE o.round_id = :round AND o.area = f.place AND o.security <> f.security), 0)),
                f.security_at) AS since,
              coalesce(w.remarks, told.remarks) AS remarks, coalesce(w.reporter_id, told.reporter_id, 0) AS reporter_id
            FROM found f LEFT JOIN told ON told.area = f.place
            LEFT JOIN LATERAL (
              SELECT t.remarks, t.reporter_id FROM voting_state t
              WHERE t.round_id = :round AND t.tps_code = f.place AND (t.halted AND f.halted OR t.security = f.security)
              ORDER BY t.halted AND f.halted DESC NULLS LAST, t.recorded_at DESC LIMIT 1) w ON true
            ORDER BY f.halted DESC, (f.security = 'UNREST') DESC, since DESC, f.place LIMIT :size OFFSET :offset
            """;

    private Concerns() {}

    static Page<Concern> page(JdbcClient jdbc, long roundId, String area, Page.Window window) {
        var items = jdbc.sql(FOUND + WORDS)
                .param("round", roundId)
                .param("area", area)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Concern.class)
                .list();
        long total = jdbc.sql(FOUND + "SELECT count(*) FROM found")
                .param("round", roundId)
                .param("area", area)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }
}
