package id.deskpilkada;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.deskpilkada.staff.enrolment.FirstAdministrator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.cache.CacheManager;
import org.springframework.jdbc.core.JdbcTemplate;

/** The installation under test: can be made empty again, so that no test depends on another. */
public class Installation implements AutoCloseable {

    private final HikariDataSource connections;
    private final JdbcTemplate owner;
    private final ObjectProvider<CacheManager> caches;
    private final FirstAdministrator administrator;

    Installation(FlywayConnectionDetails owner, ObjectProvider<CacheManager> caches, FirstAdministrator administrator) {
        this.connections = connections(owner);
        this.owner = new JdbcTemplate(connections);
        this.caches = caches;
        this.administrator = administrator;
    }

    private static HikariDataSource connections(FlywayConnectionDetails owner) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(owner.getJdbcUrl());
        settings.setUsername(owner.getUsername());
        settings.setPassword(owner.getPassword());
        settings.addDataSourceProperty("currentSchema", "desk,public");
        settings.setMaximumPoolSize(4);
        settings.setMinimumIdle(0);
        return new HikariDataSource(settings);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Removes everything but the schema with the lists it brings along, the deployed processes and what start-up writes (authorizations, filters, the first administrator). */
    public void empty() {
        List<String> tables = owner.queryForList(
                """
                SELECT schemaname || '.' || tablename FROM pg_tables
                WHERE (schemaname = 'desk' AND tablename NOT IN ('flyway_schema_history', 'risk_indicator', 'checklist_item'))
                   OR (schemaname = 'public' AND (tablename LIKE 'act_hi_%' OR tablename IN ('act_ru_execution', 'act_ru_task', 'act_ru_identitylink',
                       'act_ru_variable', 'act_ru_event_subscr', 'act_ru_ext_task', 'act_ru_incident', 'act_ru_case_execution', 'act_ru_case_sentry_part')))
                """,
                String.class);
        owner.execute("TRUNCATE " + String.join(", ", tables) + " CASCADE");
        owner.update("DELETE FROM public.act_ru_job WHERE process_instance_id_ IS NOT NULL");
        owner.update("DELETE FROM public.act_ru_authorization WHERE resource_type_ = 7 AND resource_id_ <> '*'");
        caches.ifAvailable(manager -> manager.getCacheNames().forEach(name -> {
            var cache = manager.getCache(name);
            if (cache != null) {
                cache.clear();
            }
        }));
        administrator.create();
    }

    /** The database as its owner sees it, whom no territory binds: for tests that look at all rows or alter what the application may not. */
    public JdbcTemplate asOwner() {
        return owner;
    }
}
