package id.deskpilkada.practice;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads who reports from where and what they have practised. */
@Component
class PracticePeople {

    /** Who has several places is called for each of them, and has practised for all. */
    private static final String REPORTERS =
            """
            WITH done AS (
              SELECT id, string_agg(kind, ',' ORDER BY kind) AS kinds FROM (
                SELECT DISTINCT f.reporter_id AS id, f.kind FROM field_report f WHERE f.round_id = :round
                UNION SELECT p.staff_id, 'FORM' FROM practice_report p JOIN round o ON o.id = p.round_id WHERE o.election_id = :election) said GROUP BY id
            ), reporter AS (
              SELECT DISTINCT m.id, m.name, m.phone, r.role, r.area, coalesce(d.kinds, '') AS kinds
              FROM staff_role r JOIN staff_member m ON m.id = r.staff_id AND m.active LEFT JOIN done d ON d.id = m.id
              WHERE r.role = ANY (:roles) AND starts_with(r.area, :area)
            )
            """;

    private static final String WANTED = " FROM reporter WHERE :wanted = 'ALL' OR (:wanted = 'YES') = (kinds <> '')";

    private final JdbcClient jdbc;

    PracticePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Count(String place, int people, int practised) {}

    record Row(long id, String name, @Nullable String phone, String role, String area, String kinds) {

        List<String> kindList() {
            return kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split(","));
        }
    }

    /** By the first digits of the places' codes. */
    List<Count> counts(RoundRef round, String area, int digits) {
        return asked(
                        REPORTERS
                                + """
                                SELECT left(area, :digits) AS place, count(DISTINCT id)::int AS people, count(DISTINCT id) FILTER (WHERE kinds <> '')::int AS practised
                                FROM reporter GROUP BY 1 ORDER BY 1
                                """,
                        round,
                        area)
                .param("digits", digits)
                .query(Count.class)
                .list();
    }

    List<Row> page(RoundRef round, String area, @Nullable Boolean practised, Page.Window window) {
        return asked(
                        REPORTERS + "SELECT *" + WANTED + " ORDER BY area, name, id LIMIT :size OFFSET :offset",
                        round,
                        area)
                .param("wanted", wanted(practised))
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Row.class)
                .list();
    }

    long count(RoundRef round, String area, @Nullable Boolean practised) {
        return asked(REPORTERS + "SELECT count(*)" + WANTED, round, area)
                .param("wanted", wanted(practised))
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(String sql, RoundRef round, String area) {
        return jdbc.sql(sql)
                .param("round", round.id())
                .param("election", round.electionId())
                .param("area", area)
                .param("roles", Permission.REPORT.roles().toArray(String[]::new));
    }

    private static String wanted(@Nullable Boolean practised) {
        return practised == null ? "ALL" : practised ? "YES" : "NO";
    }
}
