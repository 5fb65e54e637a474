package id.deskpilkada.tally;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What compared forms say of voters and invalid votes, by district and race and without any candidate. What a reader may see is for the reader's scope to say. */
@Service
public class VerifiedShares {

    private final JdbcClient jdbc;

    VerifiedShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param place digits of a district, empty for all that was asked about; places without forms are absent
     * @param counted forms whose figures are in the sums
     * @param voters of the counted forms that name voters and whose TPS has a voter list; {@code listed} how many those lists name
     */
    public record Share(String place, long raceId, int counted, long valid, long invalid, long voters, long listed) {}

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Share> of(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(t.district_area) = 1 THEN '' ELSE t.district_area END AS place, t.race_id, coalesce(sum(t.counted_verified), 0) AS counted,
                          coalesce(sum(t.verified_sums[1]), 0) AS valid, coalesce(sum(t.verified_sums[2]), 0) AS invalid,
                          coalesce(sum(t.verified_sums[4]) FILTER (WHERE whole), 0) AS voters, coalesce(sum(l.total) FILTER (WHERE whole), 0) AS listed
                        FROM tally_contribution t LEFT JOIN voter_list l ON l.race_id = t.race_id AND l.tps_code = t.tps_code AND l.total > 0,
                          LATERAL (SELECT t.counted_verified > 0 AND t.verified_sums[4] > 0 AND l.total IS NOT NULL AS whole) w
                        WHERE t.round_id = :round AND starts_with(t.tps_code, :area) GROUP BY GROUPING SETS ((t.district_area, t.race_id), (t.race_id)) ORDER BY 1, 2
                        """)
                .param("round", roundId)
                .param("area", area)
                .query(Share.class)
                .list();
    }
}
