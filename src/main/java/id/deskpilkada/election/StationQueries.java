package id.deskpilkada.election;

import id.deskpilkada.platform.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads polling stations and voter lists. A round holds every polling station of its election unless it names its own. */
@Component
class StationQueries {

    private static final String OF_ROUND =
            """
            FROM round r JOIN polling_station p ON p.election_id = r.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
            WHERE r.id = ? AND\s""";
    private static final String STATION =
            "SELECT p.code, p.village_area, p.district_area, p.number, p.address, p.lat, p.lng " + OF_ROUND;
    // Digits sort as text, so that what begins with a prefix is a range that the unique index serves.
    private static final String INSIDE = "p.code COLLATE \"C\" >= ? AND p.code COLLATE \"C\" < ? ";

    private final JdbcClient jdbc;

    StationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StationRef> find(long roundId, String tps) {
        return jdbc.sql(STATION + "p.code = ?")
                .params(roundId, tps)
                .query(StationRef.class)
                .optional();
    }

    List<StationRef> inside(long roundId, String area) {
        return jdbc.sql(STATION + INSIDE + "ORDER BY p.code")
                .params(roundId, area, area + "~")
                .query(StationRef.class)
                .list();
    }

    List<String> districts(long roundId) {
        return jdbc.sql("SELECT DISTINCT p.district_area " + OF_ROUND + "true ORDER BY 1")
                .param(roundId)
                .query(String.class)
                .list();
    }

    int count(long roundId, String raceRegion, String area) {
        String race = Area.digits(raceRegion);
        return jdbc.sql("SELECT count(*) " + OF_ROUND + INSIDE + "AND " + INSIDE)
                .params(roundId, race, race + "~", area, area + "~")
                .query(Integer.class)
                .single();
    }

    Map<String, Integer> counts(long roundId, String raceRegion, String area, int digits) {
        String race = Area.digits(raceRegion);
        var counts = new HashMap<String, Integer>();
        jdbc.sql("SELECT left(p.code, ?) AS place, count(*) AS stations " + OF_ROUND + INSIDE + "AND " + INSIDE
                        + "GROUP BY 1")
                .params(digits, roundId, race, race + "~", area, area + "~")
                .query(row -> {
                    counts.put(row.getString("place"), row.getInt("stations"));
                });
        return counts;
    }

    Map<String, Integer> voterTotals(long raceId, String area) {
        var totals = new HashMap<String, Integer>();
        jdbc.sql("SELECT p.tps_code, p.total FROM voter_list p WHERE p.race_id = ? AND starts_with(p.tps_code, ?)")
                .params(raceId, area)
                .query(row -> {
                    totals.put(row.getString("tps_code"), row.getInt("total"));
                });
        return totals;
    }

    Optional<List<String>> named(long roundId) {
        boolean all = jdbc.sql("SELECT tps_codes IS NULL FROM round WHERE id = ?")
                .param(roundId)
                .query(Boolean.class)
                .single();
        return all
                ? Optional.empty()
                : Optional.of(jdbc.sql("SELECT unnest(tps_codes) AS code FROM round WHERE id = ? ORDER BY code")
                        .param(roundId)
                        .query(String.class)
                        .list());
    }

    /** TPS that a round names although its election has no such station. */
    List<String> namedButUnknown(long roundId, int most) {
        return jdbc.sql(
                        """
                        SELECT t.code FROM round r, unnest(r.tps_codes) AS t (code) WHERE r.id = ?
                        AND NOT EXISTS (SELECT 1 FROM polling_station p WHERE p.election_id = r.election_id AND p.code = t.code)
                        ORDER BY t.code LIMIT ?
                        """)
                .params(roundId, most)
                .query(String.class)
                .list();
    }

    Optional<VoterListRef> voterList(long raceId, String tps) {
        return jdbc.sql("SELECT male, female, total FROM voter_list WHERE race_id = ? AND tps_code = ?")
                .params(raceId, tps)
                .query(VoterListRef.class)
                .optional();
    }
}
