package id.deskpilkada.tally;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many forms have come, are held or were compared, of every race and in every place of an area at once: counts, never votes. */
@Service
public class FormCounts {

    private static final int DISTRICT = 6;
    private static final int VILLAGE = 10;

    private final JdbcClient jdbc;

    FormCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param received those that came; held and verified are parts of them */
    public record Forms(int received, int held, int verified) {

        public static final Forms NONE = new Forms(0, 0, 0);

        public Forms plus(Forms other) {
            return new Forms(received + other.received, held + other.held, verified + other.verified);
        }
    }

    /** By race and by the first digits of the places' codes; what may be seen of it is for the caller to say. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Forms>> inside(RoundRef round, String area, int digits) {
        var counts = new HashMap<Long, Map<String, Forms>>();
        jdbc.sql(statement(area, digits))
                .param("round", round.id())
                .param("area", area)
                .param("digits", digits)
                .query(row -> {
                    counts.computeIfAbsent(row.getLong("race_id"), race -> new HashMap<>())
                            .put(
                                    row.getString("place"),
                                    new Forms(row.getInt("received"), row.getInt("held"), row.getInt("verified")));
                });
        return counts;
    }

    /** Whether a form is held says what its first entry is like: whoever may type the forms of an area again does not learn how many are. @param area digits */
    public static boolean heldIsSecret(Actor actor, String area) {
        return area.length() >= DISTRICT && actor.may(Permission.VERIFY_C1, area);
    }

    /** From the districts upward a few rows of districts are added up, below them those of one district's or village's TPS. */
    private static String statement(String area, int digits) {
        boolean districts = digits <= DISTRICT;
        return """
                SELECT race_id, left(%s, :digits) AS place, sum(received) AS received, sum(held) AS held, sum(verified) AS verified
                FROM %s WHERE round_id = :round AND %s GROUP BY 1, 2
                """
                .formatted(
                        districts ? "district_area" : "tps_code",
                        districts ? "tally_district" : "tally_contribution",
                        districts ? "starts_with(district_area, :area)" : column(area) + " = :area");
    }

    private static String column(String area) {
        return switch (area.length()) {
            case DISTRICT -> "district_area";
            case VILLAGE -> "village_area";
            default -> "tps_code";
        };
    }
}
