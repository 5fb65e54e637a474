package id.deskpilkada.tally;

import id.deskpilkada.tally.Recount.Key;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the stored totals for the recount, added up in the same way as for readers: villages from their TPS, what lies above districts from districts. */
@Component
class RecountQueries {

    private static final int VILLAGE = 10;

    private final JdbcClient jdbc;

    RecountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each TPS adds, for the TPS after one code up to another. */
    Map<Key, Counts> contributions(long roundId, String after, String last) {
        var rows = new TreeMap<Key, Counts>();
        jdbc.sql(
                        "SELECT race_id, tps_code, " + Counts.COLUMNS
                                + " FROM tally_contribution WHERE round_id = ? AND tps_code COLLATE \"C\" > ? AND tps_code COLLATE \"C\" <= ?")
                .params(roundId, after, last)
                .query(row -> {
                    rows.put(new Key(row.getLong("race_id"), row.getString("tps_code")), Counts.of(row));
                });
        return rows;
    }

    Map<Key, Counts> sums(long roundId) {
        var sums = new TreeMap<Key, Counts>();
        jdbc.sql("SELECT race_id, tps_code, " + Counts.COLUMNS + " FROM tally_contribution WHERE round_id = ?")
                .param(roundId)
                .query(row -> {
                    var village = new Key(
                            row.getLong("race_id"), row.getString("tps_code").substring(0, VILLAGE));
                    sums.merge(village, Counts.of(row), Counts::plus);
                });
        jdbc.sql("SELECT race_id, district_area, " + Counts.COLUMNS + " FROM tally_district WHERE round_id = ?")
                .param(roundId)
                .query(row -> {
                    String district = row.getString("district_area");
                    for (int digits : new int[] {6, 4, 2}) {
                        sums.merge(
                                new Key(row.getLong("race_id"), district.substring(0, digits)),
                                Counts.of(row),
                                Counts::plus);
                    }
                });
        return sums;
    }
}
