package id.deskpilkada.platform.territory;

import static id.deskpilkada.platform.territory.TwoDistricts.HERE;
import static id.deskpilkada.platform.territory.TwoDistricts.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The database alone keeps districts apart: for every table under policy, whatever code runs above it. */
@WholeApplication
class TerritoryTests {

    /** Rows that no person's territory opens. */
    private static final Set<String> SYSTEM_ONLY = Set.of(
            "staff_account",
            "staff_session",
            "staff_keycloak_session",
            "signing_key",
            "wall_screen",
            "photo_upload",
            "photo_part");

    /** Tables that name a place, a person or a report and yet need no policy, and why. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("region", "names of places, known to everybody"),
            Map.entry("boundary", "outlines of places, known to everybody"),
            Map.entry("polling_station", "where one votes, known to everybody"),
            Map.entry("voter_list", "numbers of voters, published by KPU; no person"),
            Map.entry("puskesmas", "names of health centres, known to everybody"),
            Map.entry("round", "which TPS vote again, known to everybody"),
            Map.entry("round_stage", "when a round came to which stage; no place and no person"),
            Map.entry("change", "that something changed and where, never what"),
            Map.entry("task_completion", "digests of answers, asked for by the engine's task id only"),
            Map.entry("broadcast", "what the desk told its people; read by its sender and by the desk"),
            Map.entry(
                    "message",
                    "an inbox, read by its owner only, and its fate, read by the desk of the whole installation"),
            Map.entry("message_preference", "by which ways somebody wants messages; read by its owner and the outbox"),
            Map.entry("erasure_request", "asked for and settled by offices of the whole installation; names no person"),
            Map.entry("audit_head", "hashes only"),
            Map.entry("audit_link", "hashes only"));

    /** Read by territory but written from anywhere, for nobody may act unrecorded. */
    private static final Set<String> WRITTEN_BY_ALL = Set.of("audit_entry");

    private static final String PLACE_PERSON_OR_REPORT =
            "(^|_)(area|tps|tps_codes?|report_id|form_id|staff_id|person|person_id|village|district)$|^(reporter|verifier|uploaded|entered|decided|excused)_";

    @Autowired
    Installation installation;

    @Autowired
    JdbcConnectionDetails application;

    private TwoDistricts districts;
    private Map<String, List<String>> here;
    private Map<String, List<String>> there;

    @BeforeEach
    void fill() throws Exception {
        installation.empty();
        districts = new TwoDistricts(installation, application);
        here = districts.fill(HERE);
        there = districts.fill(THERE);
    }

    @Test
    void everyTableAboutAPlaceAPersonOrAReportIsUnderPolicy() {
        var about = installation
                .asOwner()
                .queryForList(
                        "SELECT DISTINCT c.table_name FROM information_schema.columns c JOIN pg_tables t ON t.schemaname = 'desk' AND t.tablename = c.table_name"
                                + " WHERE c.table_schema = 'desk' AND c.column_name ~ ?",
                        String.class,
                        PLACE_PERSON_OR_REPORT);
        var unguarded = new ArrayList<>(about);
        unguarded.removeAll(districts.guarded());
        assertThat(unguarded)
                .as("each needs a policy, one line in its migration (docs/adr/0014), or a reason in this test")
                .isSubsetOf(OPEN.keySet());
        assertThat(districts.guarded())
                .as("what is guarded needs no excuse")
                .doesNotContainAnyElementsOf(OPEN.keySet());
    }

    @Test
    void theApplicationCannotLiftAPolicy() throws SQLException {
        try (var connection = districts.within("system");
                var statement = connection.createStatement()) {
            var role = statement.executeQuery(
                    "SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_tables WHERE tableowner = current_user) FROM pg_roles WHERE rolname = current_user");
            assertThat(role.next() && !role.getBoolean(1)).isTrue();
            assertThatThrownBy(() -> statement.execute("ALTER TABLE c1_form DISABLE ROW LEVEL SECURITY"))
                    .hasMessageContaining("must be owner");
        }
    }

    @Test
    void eachDistrictSeesItsOwnRowsOnly() throws SQLException {
        for (var table : districts.guarded()) {
            assertThat(here.get(table))
                    .as("test rows for %s in territory/district.sql", table)
                    .isNotEmpty();
            assertThat(visible(table, HERE)).as(table).doesNotContainAnyElementsOf(there.get(table));
            assertThat(visible(table, THERE)).as(table).doesNotContainAnyElementsOf(here.get(table));
            if (SYSTEM_ONLY.contains(table)) {
                assertThat(visible(table, HERE + "," + THERE + ",3604,36"))
                        .as(table)
                        .isEmpty();
            } else {
                assertThat(visible(table, HERE)).as(table).containsAll(here.get(table));
                assertThat(visible(table, THERE + "," + HERE)).as(table).containsAll(there.get(table));
                assertThat(visible(table, "3604"))
                        .as(table)
                        .containsAll(here.get(table))
                        .containsAll(there.get(table));
                assertThat(visible(table, "360406")).as(table).doesNotContainAnyElementsOf(here.get(table));
            }
            assertThat(visible(table, "system"))
                    .as(table)
                    .containsAll(here.get(table))
                    .containsAll(there.get(table));
        }
    }

    @Test
    void whoNamesNoTerritorySeesNothing() throws SQLException {
        for (var table : districts.guarded()) {
            assertThat(visible(table, null)).as(table).isEmpty();
            assertThat(visible(table, "")).as(table).isEmpty();
        }
    }

    @Test
    void rowsOfAnotherDistrictAreNeitherChangedNorRemoved() throws SQLException {
        for (var table : districts.guarded()) {
            var rows = there.get(table);
            try (var connection = districts.within(HERE)) {
                for (var column : changeable(connection, table)) {
                    assertThat(affected(connection, "UPDATE " + table + " SET " + column + " = " + column, rows))
                            .as("%s.%s", table, column)
                            .isZero();
                }
                if (has(connection, "has_table_privilege('" + table + "', 'DELETE')")) {
                    assertThat(affected(connection, "DELETE FROM " + table, rows))
                            .as(table)
                            .isZero();
                }
            }
        }
    }

    @Test
    void nothingIsAddedToAnotherDistrict() throws SQLException {
        var guarded = new ArrayList<>(districts.guarded());
        guarded.removeAll(WRITTEN_BY_ALL);
        for (var table : guarded) {
            var row = installation
                    .asOwner()
                    .queryForObject(
                            "SELECT to_jsonb(t)::text FROM " + table + " t WHERE ctid = ?::tid",
                            String.class,
                            there.get(table).get(0));
            try (var connection = districts.within(HERE);
                    var insert = connection.prepareStatement("INSERT INTO " + table
                            + " OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::" + table
                            + ", ?::jsonb)")) {
                insert.setString(1, row);
                assertThatThrownBy(insert::execute).as(table).hasMessageContaining("row-level security");
            }
        }
    }

    @Test
    void theTerritoryEndsWithItsTransaction() throws SQLException {
        try (var connection = districts.within("system")) {
            assertThat(count(connection)).isEqualTo(2);
            connection.commit();
            assertThat(count(connection)).isZero();
            TwoDistricts.name(connection, HERE);
            assertThat(count(connection)).isEqualTo(1);
            connection.rollback();
            connection.setAutoCommit(true);
            TwoDistricts.name(connection, "system");
            assertThat(count(connection)).isZero();
        }
    }

    /** Whoever typed a form may not decide it, also when their territory hides who typed it. */
    @Test
    void theRuleOfTheOtherPersonSeesEveryVersion() throws SQLException {
        installation.asOwner().update("DELETE FROM c1_rekeying");
        installation.asOwner().update("DROP POLICY territory ON c1_version");
        try (var connection = districts.within(HERE);
                var insert = connection.prepareStatement(
                        "INSERT INTO c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at) SELECT gen_random_uuid(), id, 1, 'ALL', '{}', true, 1, now() FROM c1_form")) {
            assertThatThrownBy(insert::execute).hasMessageContaining("reported or typed form");
        } finally {
            installation.asOwner().execute("SELECT guard_by_parent('c1_version', 'form_id', 'c1_form')");
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM c1_form")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> visible(String table, String scope) throws SQLException {
        try (var connection = districts.within(scope)) {
            return texts(connection, "SELECT ctid::text FROM " + table);
        }
    }

    private static List<String> changeable(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'desk' AND table_name = '"
                        + table + "' AND is_identity = 'NO' AND has_column_privilege('" + table
                        + "', column_name, 'UPDATE') LIMIT 1");
    }

    private static boolean has(Connection connection, String privilege) throws SQLException {
        return texts(connection, "SELECT " + privilege).get(0).equals("t");
    }

    private static int affected(Connection connection, String change, List<String> rows) throws SQLException {
        try (var statement = connection.prepareStatement(change + " WHERE ctid = ANY (?::tid[])")) {
            statement.setArray(1, connection.createArrayOf("text", rows.toArray()));
            return statement.executeUpdate();
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
