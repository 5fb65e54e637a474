package id.deskpilkada;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that several nodes share and that outlives each of them. */
public final class SharedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final JdbcTemplate rows;

    private SharedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        this.rows = new JdbcTemplate(new DriverManagerDataSource(url() + "?currentSchema=desk,public", "postgres", ""));
    }

    public static SharedDatabase start(Path folder) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres-binaries").toAbsolutePath().toFile())
                .setServerConfig("max_connections", "120")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "CREATE ROLE desk_owner LOGIN",
                    "CREATE ROLE desk_app LOGIN",
                    "CREATE DATABASE desk OWNER desk_owner")) {
                statement.execute(sql);
            }
        }
        return new SharedDatabase(postgres);
    }

    /** How a node is told of it. A job whose node died is free again after a few seconds; each node takes a few at a time, so that a small wave is enough for two. */
    public Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", "desk_app",
                "SPRING_FLYWAY_USER", "desk_owner",
                "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "8000",
                "CAMUNDA_BPM_JOBEXECUTION_MAXJOBSPERACQUISITION", "3",
                "CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "500");
    }

    /** Every row, bound by no territory. */
    public JdbcTemplate rows() {
        return rows;
    }

    public int count(String sql, Object... parameters) {
        var found = rows.queryForObject("SELECT count(*) " + sql, Integer.class, parameters);
        return found == null ? 0 : found;
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/desk";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
