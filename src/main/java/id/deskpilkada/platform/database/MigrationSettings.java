package id.deskpilkada.platform.database;

import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the migrations which database role the application signs in with, so that they grant it just what it needs. */
@Configuration(proxyBeanMethods = false)
class MigrationSettings {

    @Bean
    FlywayConfigurationCustomizer applicationRole(JdbcConnectionDetails connection) {
        return flyway -> flyway.placeholders(Map.of("appRole", connection.getUsername()))
                .initSql("SET search_path TO desk, public");
    }
}
