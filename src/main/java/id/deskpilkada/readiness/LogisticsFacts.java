package id.deskpilkada.readiness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found missing of the logistics, summed by district and by who had to mend it. A {@code place} is the digits of a district, and empty for the line of all that was asked about. What a
 * reader may see is for the reader's scope to say.
 */
@Service
public class LogisticsFacts {

    private final JdbcClient jdbc;

    LogisticsFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param stations TPS whose logistics were looked at; places without any are absent */
    public record Checked(String place, int stations) {}

    /** @param owner code of an agency, {@code camat}, or empty where nobody was named @param open of those found, not mended at the moment asked about */
    public record Shortcomings(String place, String owner, int found, int open) {}

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Checked> checked(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, count(*) AS stations FROM readiness
                        WHERE round_id = ? AND starts_with(tps_code, ?) AND logistics_state <> 'UNCHECKED' GROUP BY GROUPING SETS ((district_area), ()) HAVING count(*) > 0
                        """)
                .params(roundId, area)
                .query(Checked.class)
                .list();
    }

    /** What was found, and what of it was still open at a moment: not seen to be there, not taken as it is by the desk. @param area digits */
    @Transactional(readOnly = true)
    public List<Shortcomings> shortcomings(long roundId, String area, Instant moment) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, owner, count(*) AS found,
                          count(*) FILTER (WHERE opened_at <= :moment AND (state IN ('OPEN', 'HANDLED') OR changed_at > :moment)) AS open
                        FROM (SELECT district_area, coalesce(owner, '') AS owner, opened_at, changed_at, state FROM readiness_shortcoming
                              WHERE round_id = :round AND starts_with(tps_code, :area) AND stage = 'LOGISTICS') s
                        GROUP BY GROUPING SETS ((district_area, owner), (owner)) ORDER BY 1, 2
                        """)
                .param("round", roundId)
                .param("area", area)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Shortcomings.class)
                .list();
    }
}
