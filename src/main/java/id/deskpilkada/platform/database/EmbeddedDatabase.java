package id.deskpilkada.platform.database;

import id.deskpilkada.platform.DeskSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts PostgreSQL inside the application when no outside database is named; with the durability of a production server, not of a test. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
@EnableConfigurationProperties(DatabaseSettings.class)
class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "desk";
    private static final String OWNER = "desk_owner";
    private static final String APPLICATION = "desk_app";

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(DeskSettings settings) {
        return DataDirectory.take(settings.dataDir());
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataDirectory directory, DatabaseSettings settings)
            throws IOException, SQLException {
        var binaries = settings.binariesDir() == null ? directory.binaries() : settings.binariesDir();
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.postgres())
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setPort(settings.port())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "120")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("autovacuum_naptime", "5s")
                .setServerConfig("autovacuum_vacuum_scale_factor", "0.01")
                .setServerConfig("autovacuum_vacuum_threshold", "500")
                .setServerConfig("autovacuum_analyze_scale_factor", "0.05")
                .setServerConfig("autovacuum_vacuum_cost_delay", "0")
                .start();
        createDatabase(postgres);
        log.info("Embedded PostgreSQL on port {}, data in {}", postgres.getPort(), directory.postgres());
        return postgres;
    }

    /** The owner creates and changes tables; the application role owns nothing, so that the rules of the tables bind it. */
    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, APPLICATION}) {
                statement.execute("DO $$ BEGIN CREATE ROLE " + role
                        + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            }
            try (var exists = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (exists.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        }
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
        var url = postgres.getJdbcUrl(APPLICATION, DATABASE);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return APPLICATION;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedPostgres postgres) {
        var url = postgres.getJdbcUrl(OWNER, DATABASE);
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
