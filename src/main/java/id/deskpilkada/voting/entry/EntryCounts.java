package id.deskpilkada.voting.entry;

import id.deskpilkada.election.SlotRef;
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

    static final int TPS = 13;
    // With its slots named and its codes as a range, the key of the table serves it.
    private static final String MISSING =
            """
            FROM expected_report WHERE round_id = :round AND kind = 'VOTING' AND slot = ANY (:slots) AND race_id = 0 AND tps_code BETWEEN :from AND :to
              AND state = 'MISSING' GROUP BY 1
            """;

    private final JdbcClient jdbc;

    EntryCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name of the slot; slots that miss nothing are absent. */
    Map<String, Integer> bySlot(long roundId, List<SlotRef> slots, List<String> areas) {
        var names = slots.stream().map(SlotRef::slot).toArray(String[]::new);
        var counts = new HashMap<String, Integer>();
        for (var area : areas) {
            asked("SELECT slot AS name, count(*) AS missing " + MISSING, roundId, area, names)
                    .query(row -> {
                        counts.merge(row.getString("name"), row.getInt("missing"), Integer::sum);
                    });
        }
        return counts;
    }

    /** By the first digits of the TPS; places that miss nothing are absent. */
    Map<String, Integer> byPlace(long roundId, String slot, String area, int digits) {
        var counts = new TreeMap<String, Integer>();
        asked("SELECT left(tps_code, :digits) AS name, count(*) AS missing " + MISSING, roundId, area, slot)
                .param("digits", digits)
                .query(row -> {
                    counts.put(row.getString("name"), row.getInt("missing"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area, String... slots) {
        return jdbc.sql(sql)
                .param("round", roundId)
                .param("slots", slots)
                .param("from", filledUp(area, "0"))
                .param("to", filledUp(area, "9"));
    }

    private static String filledUp(String area, String digit) {
        return area + digit.repeat(TPS - area.length());
    }
}
