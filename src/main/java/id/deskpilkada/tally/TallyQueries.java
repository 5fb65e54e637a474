package id.deskpilkada.tally;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the stored totals, by the digits of the places that make up an area. */
@Component
class TallyQueries {

    private static final int DISTRICT = 6;
    private static final int VILLAGE = 10;

    private final JdbcClient jdbc;

    TallyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The totals inside an area, grouped by the first digits of their places. From the districts upward a few rows of districts are added up, below them the rows of one district's or
     * village's TPS, so that no level reads more than a few hundred rows.
     */
    Map<String, Stored> inside(long roundId, long raceId, String area, int digits) {
        return digits <= DISTRICT ? districts(roundId, raceId, area, digits) : stations(roundId, raceId, area, digits);
    }

    private Map<String, Stored> districts(long roundId, long raceId, String area, int digits) {
        var rows = jdbc.sql("SELECT district_area AS area, updated_at, " + Counts.COLUMNS
                        + " FROM tally_district WHERE round_id = ? AND race_id = ? AND starts_with(district_area, ?)")
                .params(roundId, raceId, area)
                .query((row, number) ->
                        row(row.getString("area"), Counts.of(row), row.getObject("updated_at", OffsetDateTime.class)))
                .list();
        return grouped(rows, digits);
    }

    private Map<String, Stored> stations(long roundId, long raceId, String area, int digits) {
        var rows = jdbc.sql("SELECT tps_code AS area, updated_at, " + Counts.COLUMNS
                        + " FROM tally_contribution WHERE round_id = ? AND race_id = ? AND " + column(area) + " = ?")
                .params(roundId, raceId, area)
                .query((row, number) ->
                        row(row.getString("area"), Counts.of(row), row.getObject("updated_at", OffsetDateTime.class)))
                .list();
        return grouped(rows, digits);
    }

    /** What each polling station inside an area adds, by its code. */
    Map<String, Stored> everyStation(long roundId, long raceId, String area) {
        var rows = jdbc.sql("SELECT tps_code AS area, updated_at, " + Counts.COLUMNS
                        + " FROM tally_contribution WHERE round_id = ? AND race_id = ? AND starts_with(tps_code, ?)")
                .params(roundId, raceId, area)
                .query((row, number) ->
                        row(row.getString("area"), Counts.of(row), row.getObject("updated_at", OffsetDateTime.class)))
                .list();
        return grouped(rows, Places.TPS_DIGITS);
    }

    private static String column(String area) {
        return switch (area.length()) {
            case DISTRICT -> "district_area";
            case VILLAGE -> "village_area";
            default -> "tps_code";
        };
    }

    private static Row row(String area, Counts counts, OffsetDateTime updatedAt) {
        return new Row(area, new Stored(counts, updatedAt.toInstant()));
    }

    private static Map<String, Stored> grouped(List<Row> rows, int digits) {
        var grouped = new TreeMap<String, Stored>();
        rows.forEach(row -> grouped.merge(row.area().substring(0, digits), row.stored(), Stored::plus));
        return grouped;
    }

    private record Row(String area, Stored stored) {}

    /** @param changedAt null when nothing was ever stored */
    record Stored(Counts counts, @Nullable Instant changedAt) {

        static final Stored NOTHING = new Stored(Counts.NONE, null);

        Stored plus(Stored other) {
            return new Stored(counts.plus(other.counts), later(changedAt, other.changedAt));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant two) {
            if (one == null || two == null) {
                return one == null ? two : one;
            }
            return one.isAfter(two) ? one : two;
        }
    }
}
