package id.deskpilkada.comparison;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.comparison.ComparisonView.Line;
import id.deskpilkada.comparison.ComparisonView.Place;
import id.deskpilkada.comparison.official.StoredJson;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Asks how both sides stand at this moment; nothing of it is stored, so nothing of it grows old. */
@Repository
class ComparisonReading {

    private static final int DISTRICT_DIGITS = 6;
    private static final TypeReference<SortedMap<String, Long>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, List<Long>>> PAIRS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Elections elections;
    private final ComparisonPlaces places;
    private final StoredJson json;

    ComparisonReading(JdbcClient jdbc, Elections elections, ComparisonPlaces places, StoredJson json) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.places = places;
        this.json = json;
    }

    /** Number of TPS inside an area by outcome. */
    Map<Outcome, Integer> counts(long roundId, long raceId, String area) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        children(roundId, raceId, area, area.length())
                .values()
                .forEach(one -> one.forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum)));
        return counts;
    }

    /** The same, grouped by the first digits of the TPS. */
    SortedMap<String, Map<Outcome, Integer>> children(long roundId, long raceId, String area, int digits) {
        var children = new TreeMap<String, Map<Outcome, Integer>>();
        var found = bound(
                        ComparedPlaces.STATIONS
                                + "SELECT left(area, :digits) AS place, outcome, count(*)::int AS number FROM compared GROUP BY 1, 2",
                        roundId,
                        raceId,
                        area)
                .param("digits", digits)
                .query((row, n) -> new Counted(
                        row.getString("place"), Outcome.valueOf(row.getString("outcome")), row.getInt("number")))
                .list();
        found.forEach(one -> children.computeIfAbsent(one.area(), key -> new EnumMap<>(Outcome.class))
                .put(one.outcome(), one.number()));
        return children;
    }

    private record Counted(String area, Outcome outcome, int number) {}

    /** Votes of a candidate over the TPS of which both sides are there: ours, then the published ones. */
    List<Long> votes(long roundId, long raceId, String area, int ballotNumber) {
        return bound(
                        ComparedPlaces.STATIONS
                                + """
                                SELECT coalesce(sum((data #>> ARRAY['votes', :number])::bigint), 0)::bigint AS ours,
                                  coalesce(sum((figures ->> ('votes.' || :number))::bigint), 0)::bigint AS theirs
                                FROM compared WHERE outcome IN ('EQUAL', 'DIFFERENT')
                                """,
                        roundId,
                        raceId,
                        area)
                .param("number", Integer.toString(ballotNumber))
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** TPS inside an area, by code. */
    List<Line> stations(long roundId, long raceId, String area, @Nullable Outcome outcome, int size, long offset) {
        var race = elections.race(raceId);
        return bound(
                        ComparedPlaces.STATIONS
                                + "SELECT * FROM compared WHERE :outcome::text IS NULL OR outcome = :outcome ORDER BY area LIMIT :size OFFSET :offset",
                        roundId,
                        raceId,
                        area)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> line(row, race))
                .list();
    }

    /** Every TPS inside an area by code, a district at a time, so that a long list needs no memory. */
    void eachStation(RoundRef round, long raceId, String area, @Nullable Outcome outcome, Consumer<Line> consumer) {
        var parts = area.length() >= DISTRICT_DIGITS
                ? List.of(area)
                : elections.districts(round).stream()
                        .map(Area::digits)
                        .filter(part -> part.startsWith(area))
                        .sorted()
                        .toList();
        parts.forEach(part -> stations(round.id(), raceId, part, outcome, Integer.MAX_VALUE, 0)
                .forEach(consumer));
    }

    /** What was published about an area itself and about all regions inside it. */
    List<Line> everyRegion(long roundId, long raceId, String area) {
        var race = elections.race(raceId);
        return bound(ComparedPlaces.AREAS + "SELECT * FROM compared ORDER BY length(area), area", roundId, raceId, area)
                .query((row, n) -> line(row, race))
                .list();
    }

    /** What was published about an area itself and about the regions one level down. */
    List<Line> regions(long roundId, long raceId, String area, int digitsBelow) {
        var race = elections.race(raceId);
        return bound(
                        ComparedPlaces.AREAS
                                + "SELECT * FROM compared WHERE length(area) IN (:own, :below) ORDER BY length(area), area",
                        roundId,
                        raceId,
                        area)
                .param("own", area.length())
                .param("below", digitsBelow)
                .query((row, n) -> line(row, race))
                .list();
    }

    private StatementSpec bound(String sql, long roundId, long raceId, String area) {
        return jdbc.sql(sql)
                .param("round", roundId)
                .param("race", raceId)
                .param("area", area)
                .param("raceArea", Area.digits(elections.race(raceId).regionCode()));
    }

    /** What is on one side only does not differ from anything. */
    private Line line(ResultSet row, RaceRef race) throws SQLException {
        var area = row.getString("area");
        var level = row.getString("level");
        var outcome = Outcome.valueOf(row.getString("outcome"));
        boolean both = outcome == Outcome.DIFFERENT || outcome == Outcome.INCOMPLETE;
        SortedMap<String, Long> official = read(row.getString("figures"), NUMBERS);
        SortedMap<String, List<Long>> fields = read(both ? row.getString("fields") : null, PAIRS);
        var data = outcome == Outcome.ONLY_OFFICIAL ? null : row.getString("data");
        return new Line(
                new Place(ComparisonPlaces.code(area), places.name(area), level),
                outcome,
                ours(data, level, official, race),
                official,
                fields,
                row.getObject("version_no", Integer.class),
                row.getInt("expected"),
                row.getInt("counted"),
                row.getObject("stations", Integer.class),
                row.getObject("stations_in", Integer.class));
    }

    /** Of a region the sums by path; of a TPS the numbers on its form that matter here, blanks left out. */
    private SortedMap<String, Long> ours(
            @Nullable String data, String level, SortedMap<String, Long> official, RaceRef race) {
        if (data == null || !level.equals("TPS")) {
            return read(data, NUMBERS);
        }
        var wanted = new LinkedHashSet<>(official.keySet());
        race.ballotNumbers().forEach(number -> wanted.add("votes." + number));
        wanted.addAll(List.of("validVotes", "invalidVotes"));
        SortedMap<String, Long> ours = new TreeMap<>();
        JsonNode form = json.read(data, new TypeReference<>() {});
        for (var path : wanted) {
            var number = form.at("/" + path.replace('.', '/'));
            if (number.isIntegralNumber()) {
                ours.put(path, number.longValue());
            }
        }
        return ours;
    }

    private <V> SortedMap<String, V> read(@Nullable String text, TypeReference<SortedMap<String, V>> type) {
        return text == null ? new TreeMap<>() : json.read(text, type);
    }
}
