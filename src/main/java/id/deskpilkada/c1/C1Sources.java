package id.deskpilkada.c1;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which version of which form a total is made of, so that it can be added up again for ever: versions are never altered. */
@Service
public class C1Sources {

    private final C1Versions versions;
    private final JdbcClient jdbc;

    C1Sources(C1Versions versions, JdbcClient jdbc) {
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /**
     * A form as it counts.
     *
     * @param no its version
     * @param held it waits for a check and its figures enter no total
     * @param decided a second person has compared the copy, so that its figures count on both bases
     * @param figures null while it is held
     */
    public record Source(String tps, long raceId, int no, boolean held, boolean decided, @Nullable C1Figures figures) {}

    /** A version of a form. */
    public record Version(String tps, long raceId, int no) {}

    /** The forms inside an area, by TPS and race. @param area digits */
    @Transactional(readOnly = true)
    public List<Source> standing(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT f.tps_code, f.race_id, v.no, f.held, f.decided_no IS NOT NULL AS decided, v.data
                        FROM c1_form f JOIN c1_version v ON v.form_id = f.id AND v.no = coalesce(f.decided_no, f.current_no)
                        WHERE f.round_id = ? AND starts_with(f.tps_code, ?) ORDER BY f.tps_code, f.race_id
                        """)
                .params(roundId, area)
                .query((row, n) -> source(row, row.getBoolean("held"), row.getBoolean("decided")))
                .list();
    }

    /** What the given versions say, whatever has become of their forms since; a version that is not there is absent. */
    @Transactional(readOnly = true)
    public List<Source> of(long roundId, Collection<Version> wanted) {
        return jdbc.sql(
                        """
                        SELECT f.tps_code, f.race_id, v.no, v.data
                        FROM unnest(?::text[], ?::bigint[], ?::int[]) AS w (tps, race, no) JOIN c1_form f ON f.round_id = ? AND f.tps_code = w.tps AND f.race_id = w.race
                        JOIN c1_version v ON v.form_id = f.id AND v.no = w.no ORDER BY f.tps_code, f.race_id
                        """)
                .params(
                        wanted.stream().map(Version::tps).toArray(String[]::new),
                        wanted.stream().map(Version::raceId).toArray(Long[]::new),
                        wanted.stream().map(Version::no).toArray(Integer[]::new),
                        roundId)
                .query((row, n) -> source(row, false, true))
                .list();
    }

    private Source source(ResultSet row, boolean held, boolean decided) throws SQLException {
        return new Source(
                row.getString("tps_code"),
                row.getLong("race_id"),
                row.getInt("no"),
                held,
                decided,
                held ? null : C1Totals.figures(versions.data(row.getString("data"))));
    }
}
