package id.deskpilkada.comparison.official;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports of published figures as they are stored: each a set of its own, the newest word about a place being the current one. */
@Repository
public class OfficialRows {

    private static final TypeReference<Map<String, Object>> SUMMARY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    OfficialRows(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<OfficialImport> known(long roundId, long raceId, String sha256) {
        return jdbc.sql("SELECT * FROM official_import WHERE round_id = ? AND race_id = ? AND sha256 = ?")
                .params(roundId, raceId, sha256)
                .query(this::row)
                .optional();
    }

    public Optional<OfficialImport> find(long id) {
        return jdbc.sql("SELECT * FROM official_import WHERE id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The imports of a race, the newest first. */
    public List<OfficialImport> of(long roundId, long raceId) {
        return jdbc.sql("SELECT * FROM official_import WHERE round_id = ? AND race_id = ? ORDER BY id DESC")
                .params(roundId, raceId)
                .query(this::row)
                .list();
    }

    long add(OfficialOrder order, OfficialFormat format, String sha256, OfficialCheck checked, @Nullable Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO official_import (round_id, race_id, area, file_name, format, source, published_at, sha256, places, empty_places,
                          imported_by_id, imported_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(order.round().id(), order.race().id(), checked.area(), order.fileName(), format.name())
                .params(order.source(), at == null ? null : Timestamp.from(at), sha256)
                .params(checked.figures().size(), checked.empty())
                .params(order.actor().id(), Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Stores the set; what earlier imports said about its places is no longer current. */
    void addFigures(long id, OfficialOrder order, List<OfficialFigure> figures) {
        var areas = figures.stream().map(OfficialFigure::area).toList();
        jdbc.sql(
                        """
                        UPDATE official_figure SET is_current = false WHERE round_id = ? AND race_id = ? AND is_current
                        AND area IN (SELECT jsonb_array_elements_text(?::jsonb))
                        """)
                .params(order.round().id(), order.race().id(), json.write(areas))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO official_figure (import_id, round_id, race_id, area, level, is_empty, figures, stations, stations_in)
                        SELECT ?, ?, ?, x.area, x.level, x.empty, x.figures, x.stations, x."stationsIn"
                        FROM jsonb_to_recordset(?::jsonb) AS x(area text, level text, empty boolean, figures jsonb, stations int, "stationsIn" int)
                        """)
                .params(id, order.round().id(), order.race().id())
                .param(json.write(figures.stream().map(OfficialRows::plain).toList()))
                .update();
    }

    private static Map<String, @Nullable Object> plain(OfficialFigure figure) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        plain.put("area", figure.area());
        plain.put("level", figure.level());
        plain.put("empty", figure.empty());
        plain.put("figures", figure.figures());
        plain.put("stations", figure.stations());
        plain.put("stationsIn", figure.stationsIn());
        return plain;
    }

    /** Ballot numbers by the numbers under which KPU's files name the candidates of a race. */
    public Map<String, Integer> candidates(long raceId) {
        var known = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        "SELECT kpu_id, ballot_number FROM official_candidate WHERE race_id = ? ORDER BY ballot_number, kpu_id")
                .param(raceId)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    void remember(long raceId, Map<String, Integer> candidates) {
        candidates.forEach((kpuId, number) -> jdbc.sql(
                        """
                        INSERT INTO official_candidate (race_id, kpu_id, ballot_number) VALUES (?, ?, ?)
                        ON CONFLICT (race_id, kpu_id) DO UPDATE SET ballot_number = excluded.ballot_number
                        """)
                .params(raceId, kpuId, number)
                .update());
    }

    /** Begins the comparison of an import again; answers its next run, or nothing while one is running. */
    public Optional<OfficialImport> again(long id) {
        return jdbc.sql(
                        "UPDATE official_import SET state = 'COMPARING', run = run + 1, ended_at = NULL WHERE id = ? AND state = 'DONE' RETURNING *")
                .param(id)
                .query(this::row)
                .optional();
    }

    public void end(long id, Map<String, Object> summary) {
        jdbc.sql("UPDATE official_import SET state = 'DONE', summary = ?::jsonb, ended_at = ? WHERE id = ?")
                .params(json.write(summary), Timestamp.from(clock.instant()), id)
                .update();
    }

    private OfficialImport row(ResultSet row, int n) throws SQLException {
        var published = row.getTimestamp("published_at");
        var ended = row.getTimestamp("ended_at");
        var summary = row.getString("summary");
        return new OfficialImport(
                row.getLong("id"),
                row.getLong("round_id"),
                row.getLong("race_id"),
                row.getString("area"),
                row.getString("file_name"),
                OfficialFormat.valueOf(row.getString("format")),
                row.getString("source"),
                published == null ? null : published.toInstant(),
                row.getString("sha256"),
                row.getInt("places"),
                row.getInt("empty_places"),
                row.getLong("imported_by_id"),
                row.getTimestamp("imported_at").toInstant(),
                row.getInt("run"),
                row.getString("state").equals("DONE"),
                summary == null ? null : json.read(summary, SUMMARY),
                ended == null ? null : ended.toInstant());
    }
}
