package id.deskpilkada.fieldreport;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many reports wait for somebody because handling them failed, by district. What a reader may see is for the reader's scope to say. */
@Service
public class ParkedSums {

    private static final int DISTRICT = 6;

    private final JdbcClient jdbc;

    ParkedSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place digits of a district, empty for all that was asked about; places without any are absent */
    public record Parked(String place, int reports) {}

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Parked> of(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(place) = 1 THEN '' ELSE place END AS place, count(*) AS reports
                        FROM (SELECT left(area, :digits) AS place FROM field_report WHERE parked AND round_id = :round AND starts_with(area, :area)) p
                        GROUP BY GROUPING SETS ((place), ()) HAVING count(*) > 0
                        """)
                .param("digits", DISTRICT)
                .param("round", roundId)
                .param("area", area)
                .query(Parked.class)
                .list();
    }
}
