package id.deskpilkada.c1;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what was typed from a paper form says the same as what came another way; both are versions, or repeats of versions, of one Form C1. */
@Service
public class C1Papers {

    private final JdbcClient jdbc;
    private final C1Versions versions;

    C1Papers(JdbcClient jdbc, C1Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** By TPS, of forms that came both ways only: true where the last word of each way holds the same numbers. @param area digits */
    @Transactional(readOnly = true)
    public Map<String, Boolean> agreement(long roundId, long raceId, String area) {
        var agree = new TreeMap<String, Boolean>();
        jdbc.sql(
                        """
                        WITH form AS MATERIALIZED (SELECT id, tps_code FROM c1_form WHERE round_id = ? AND race_id = ? AND starts_with(tps_code, ?)),
                        word AS (
                          SELECT v.form_id, v.no, v.source = 'PAPER' AS paper, v.captured_at AS at FROM c1_version v JOIN form f ON f.id = v.form_id
                          WHERE v.report_id IS NOT NULL
                          UNION ALL
                          SELECT r.form_id, r.version_no, l.source = 'PAPER', l.received_at FROM c1_repeat r JOIN form f ON f.id = r.form_id
                          JOIN field_report l ON l.id = r.report_id WHERE r.version_no IS NOT NULL),
                        last AS (SELECT DISTINCT ON (form_id, paper) form_id, paper, no FROM word ORDER BY form_id, paper, at DESC, no DESC)
                        SELECT f.tps_code, p.data AS paper, o.data AS other FROM form f
                        JOIN last lp ON lp.form_id = f.id AND lp.paper JOIN c1_version p ON p.form_id = f.id AND p.no = lp.no
                        JOIN last lo ON lo.form_id = f.id AND NOT lo.paper JOIN c1_version o ON o.form_id = f.id AND o.no = lo.no
                        """)
                .params(roundId, raceId, area)
                .query(row -> {
                    agree.put(
                            row.getString("tps_code"),
                            versions.data(row.getString("paper")).equals(versions.data(row.getString("other"))));
                });
        return agree;
    }
}
