package id.deskpilkada.voting.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many reports of the day are still missing. */
@Component
@Transactional(readOnly = true)
class EntryCounts {

    private static final String MISSING =
            "FROM expected_report WHERE round_id = :round AND kind = 'VOTING' AND race_id = 0 AND state = 'MISSING' AND starts_with(tps_code, :area) ";

    private final JdbcClient jdbc;

    EntryCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name of the slot; slots that miss nothing are absent. */
    Map<String, Integer> bySlot(long roundId, List<String> areas) {
        var counts = new HashMap<String, Integer>();
        for (var area : areas) {
            asked("SELECT slot AS name, count(*) AS missing " + MISSING + "GROUP BY 1", roundId, area)
                    .query(row -> {
                        counts.merge(row.getString("name"), row.getInt("missing"), Integer::sum);
                    });
        }
        return counts;
    }

    /** By the first digits of the TPS; places that miss nothing are absent. */
    Map<String, Integer> byPlace(long roundId, String slot, String area, int digits) {
        var counts = new TreeMap<String, Integer>();
        asked(
                        "SELECT left(tps_code, :digits) AS name, count(*) AS missing " + MISSING
                                + "AND slot = :slot GROUP BY 1",
                        roundId,
                        area)
                .param("digits", digits)
                .param("slot", slot)
                .query(row -> {
                    counts.put(row.getString("name"), row.getInt("missing"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area) {
        return jdbc.sql(sql).param("round", roundId).param("area", area);
    }
}
