package id.deskpilkada.platform.territory;

import id.deskpilkada.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;

/** The same rows in two districts, and the database as the application's role sees it: plain connections, no code of the application between. */
final class TwoDistricts {

    static final String HERE = "360405";
    static final String THERE = "360417";

    private static final String GUARDED =
            "SELECT relname FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY relname";

    private final Installation installation;
    private final JdbcConnectionDetails application;

    TwoDistricts(Installation installation, JdbcConnectionDetails application) {
        this.installation = installation;
        this.application = application;
    }

    List<String> guarded() {
        return installation.asOwner().queryForList(GUARDED, String.class);
    }

    /** Where the rows of a district lie, by table. */
    Map<String, List<String>> fill(String district) throws IOException {
        var before = rows();
        var script = new ClassPathResource("territory/district.sql").getContentAsString(StandardCharsets.UTF_8);
        installation.asOwner().execute(script.replace(":district", district));
        var after = rows();
        after.forEach((table, rows) -> rows.removeAll(before.get(table)));
        return after;
    }

    private Map<String, List<String>> rows() {
        var rows = new TreeMap<String, List<String>>();
        guarded()
                .forEach(table -> rows.put(
                        table,
                        installation
                                .asOwner()
                                .queryForList("SELECT ctid::text FROM " + table + inADistrict(table), String.class)));
        return rows;
    }

    /** The trail has entries of the whole regency too, made by the rows of a district. */
    private static String inADistrict(String table) {
        return table.equals("audit_entry") ? " WHERE length(area) >= 6" : "";
    }

    /** A transaction of the application's role with a territory. @param scope null names none */
    Connection within(String scope) throws SQLException {
        var connection = DriverManager.getConnection(
                application.getJdbcUrl(), application.getUsername(), application.getPassword());
        connection.setSchema("desk");
        connection.setAutoCommit(false);
        if (scope != null) {
            name(connection, scope);
        }
        return connection;
    }

    static void name(Connection connection, String scope) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('desk.scope', ?, true)")) {
            statement.setString(1, scope);
            statement.execute();
        }
    }
}
