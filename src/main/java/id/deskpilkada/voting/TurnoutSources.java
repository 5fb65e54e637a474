package id.deskpilkada.voting;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which version of which report a turnout is made of, so that it can be added up again for ever: versions are never altered. */
@Service
public class TurnoutSources {

    private static final String LISTS =
            """
            WITH list AS (
              SELECT v.tps_code, max(v.total) AS total FROM voter_list v JOIN race r ON r.id = v.race_id JOIN round o ON o.election_id = r.election_id
              WHERE o.id = :round AND v.total > 0 AND starts_with(v.tps_code, :area) GROUP BY v.tps_code)
            """;

    private final JdbcClient jdbc;

    TurnoutSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The turnout of a TPS in a slot.
     *
     * @param version of its report
     * @param voters null when the report says nothing of it
     * @param listed registered voters; null without a list
     * @param held it has to be looked at and counts nowhere
     */
    public record Source(String tps, int version, @Nullable Integer voters, @Nullable Integer listed, boolean held) {}

    /** A version of the report of a TPS. */
    public record Version(String tps, int version) {}

    /** The reports of a slot inside an area, by TPS. @param area digits */
    @Transactional(readOnly = true)
    public List<Source> standing(long roundId, String slot, String area) {
        return jdbc.sql(
                        LISTS
                                + """
                        SELECT t.tps_code AS tps, t.version, t.total AS voters, list.total AS listed, t.held
                        FROM voting_state t LEFT JOIN list ON list.tps_code = t.tps_code
                        WHERE t.round_id = :round AND t.slot = :slot AND starts_with(t.tps_code, :area) ORDER BY t.tps_code
                        """)
                .param("round", roundId)
                .param("slot", slot)
                .param("area", area)
                .query(Source.class)
                .list();
    }

    /** How many voters the given versions tell of together. */
    @Transactional(readOnly = true)
    public long voters(long roundId, String slot, Collection<Version> versions) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(r.total), 0) FROM unnest(?::text[], ?::int[]) AS w (tps, version)
                        JOIN voting_report r ON r.round_id = ? AND r.slot = ? AND r.tps_code = w.tps AND r.version = w.version
                        """)
                .params(
                        versions.stream().map(Version::tps).toArray(String[]::new),
                        versions.stream().map(Version::version).toArray(Integer[]::new),
                        roundId,
                        slot)
                .query(Long.class)
                .single();
    }
}
