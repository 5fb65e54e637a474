package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.StationRisk;
import id.deskpilkada.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How vulnerable places are, for maps and lists of other features. Areas are digits. Who may see it is decided where it is shown; the database shows one's own districts only. */
@Service
@Transactional(readOnly = true)
public class RiskFacts implements StationRisk {

    private static final String CLASSED =
            "SELECT area, level, score, indicators FROM risk_class WHERE election_id = ? ";
    private static final String INSIDE = "AND area COLLATE \"C\" >= ? AND area COLLATE \"C\" < ? ";
    private static final int TPS_DIGITS = 13;

    private final JdbcClient jdbc;
    private final Elections elections;

    RiskFacts(JdbcClient jdbc, Elections elections) {
        this.jdbc = jdbc;
        this.elections = elections;
    }

    /**
     * The class of a TPS or a village.
     *
     * @param score sum of the weights of its indicators
     * @param indicators codes, also of what holds for the areas above; of a village also those of its TPS
     */
    public record PlaceRisk(String area, RiskLevel level, int score, List<String> indicators) {

        public PlaceRisk {
            indicators = List.copyOf(indicators);
        }
    }

    /** How many TPS of an area are of each class; TPS without a known risk are left out. */
    public record Counts(int low, int medium, int high) {

        public static final Counts NOTHING = new Counts(0, 0, 0);
    }

    /** Empty where no risk is known. @param area a TPS or a village */
    public Optional<PlaceRisk> of(long roundId, String area) {
        return ofElection(election(roundId), area);
    }

    @Override
    public boolean isHigh(long roundId, String area) {
        return of(roundId, area).filter(risk -> risk.level() == RiskLevel.HIGH).isPresent();
    }

    Optional<PlaceRisk> ofElection(long election, String area) {
        return jdbc.sql(CLASSED + "AND area = ?")
                .params(election, area)
                .query(RiskFacts::place)
                .optional();
    }

    /** The TPS of an area that have a known risk, by code. */
    public Page<PlaceRisk> stations(long roundId, String area, Page.Window window) {
        long total = jdbc.sql("SELECT count(*) FROM risk_class WHERE election_id = ? " + INSIDE + "AND length(area) = "
                        + TPS_DIGITS)
                .params(election(roundId), area, area + "~")
                .query(Long.class)
                .single();
        var items = jdbc.sql(CLASSED + INSIDE + "AND length(area) = " + TPS_DIGITS
                        + " ORDER BY area COLLATE \"C\" LIMIT ? OFFSET ?")
                .params(election(roundId), area, area + "~", window.size(), window.offset())
                .query(RiskFacts::place)
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    /** The TPS of an area whose risk is high, those with the highest score first. */
    public List<PlaceRisk> highest(long roundId, String area, int most) {
        return jdbc.sql(CLASSED + INSIDE + "AND level = 'HIGH' AND length(area) = " + TPS_DIGITS
                        + " ORDER BY score DESC, area LIMIT ?")
                .params(election(roundId), area, area + "~", most)
                .query(RiskFacts::place)
                .list();
    }

    /** The villages of an area that have a known risk, by their digits. */
    public Map<String, PlaceRisk> villages(long roundId, String area) {
        var villages = new HashMap<String, PlaceRisk>();
        jdbc.sql(CLASSED + INSIDE + "AND length(area) < " + TPS_DIGITS)
                .params(election(roundId), area, area + "~")
                .query(RiskFacts::place)
                .list()
                .forEach(place -> villages.put(place.area(), place));
        return villages;
    }

    /** TPS of each class, by the areas one level down; areas without any are absent. */
    public Map<String, Counts> counts(long roundId, String area) {
        return countsOfElection(election(roundId), area);
    }

    Map<String, Counts> countsOfElection(long election, String area) {
        var counts = new HashMap<String, Counts>();
        jdbc.sql(
                        """
                        SELECT left(area, ?) AS place, count(*) FILTER (WHERE level = 'LOW') AS low, count(*) FILTER (WHERE level = 'MEDIUM') AS medium,
                               count(*) FILTER (WHERE level = 'HIGH') AS high
                        FROM risk_class WHERE election_id = ? AND length(area) = 13\s"""
                                + INSIDE + "GROUP BY 1")
                .params(childDigits(area), election, area, area + "~")
                .query(row -> {
                    counts.put(
                            row.getString("place"),
                            new Counts(row.getInt("low"), row.getInt("medium"), row.getInt("high")));
                });
        return counts;
    }

    private static int childDigits(String area) {
        return switch (area.length()) {
            case 0 -> 2;
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> 10;
            default -> TPS_DIGITS;
        };
    }

    private long election(long roundId) {
        return elections.round(roundId).electionId();
    }

    private static PlaceRisk place(ResultSet row, int number) throws SQLException {
        return new PlaceRisk(
                row.getString("area"), RiskLevel.valueOf(row.getString("level")), row.getInt("score"), List.of((String
                                [])
                        row.getArray("indicators").getArray()));
    }
}
