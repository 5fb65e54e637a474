package id.deskpilkada;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.deskpilkada.staff.enrolment.FirstAdministrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.cache.CacheManager;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The installation under test: can be made empty again, so that no test depends on another. */
public class Installation implements AutoCloseable {

    /**
     * Waits for whoever still writes, then deletes row by row what there is, without triggers and foreign keys: to truncate makes a new file for each table and index, full or empty,
     * and has every connection look at all tables anew, which took longer than most tests.
     */
    private static final String EMPTIED =
            """
            DO $$
            DECLARE
              emptied text[] := ARRAY(
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE (schemaname = 'desk' AND tablename NOT IN ('flyway_schema_history', 'risk_indicator', 'checklist_item', 'response_target', 'incident_choice'))
                   OR (schemaname = 'public' AND (tablename LIKE 'act_hi_%' OR tablename IN ('act_ru_execution', 'act_ru_task', 'act_ru_identitylink',
                       'act_ru_variable', 'act_ru_event_subscr', 'act_ru_ext_task', 'act_ru_incident', 'act_ru_case_execution', 'act_ru_case_sentry_part')))
                ORDER BY 1);
              name text;
            BEGIN
              PERFORM set_config('session_replication_role', 'replica', true);
              EXECUTE 'LOCK TABLE ' || array_to_string(emptied, ', ') || ' IN ACCESS EXCLUSIVE MODE';
              FOREACH name IN ARRAY emptied LOOP
                EXECUTE 'DELETE FROM ' || name;
              END LOOP;
            END $$
            """;

    private static final int TIMES = 5;

    private final HikariDataSource connections;
    private final HikariDataSource superusers;
    private final JdbcTemplate owner;
    private final JdbcTemplate superuser;
    private final ObjectProvider<CacheManager> caches;
    private final FirstAdministrator administrator;

    Installation(
            FlywayConnectionDetails owner,
            EmbeddedPostgres postgres,
            ObjectProvider<CacheManager> caches,
            FirstAdministrator administrator) {
        this.connections = connections(owner.getJdbcUrl(), owner.getUsername());
        this.owner = new JdbcTemplate(connections);
        this.superusers = connections(postgres.getJdbcUrl("postgres", "desk"), "postgres");
        this.superuser = new JdbcTemplate(superusers);
        this.caches = caches;
        this.administrator = administrator;
    }

    private static HikariDataSource connections(String url, String username) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(username);
        settings.addDataSourceProperty("currentSchema", "desk,public");
        settings.setMaximumPoolSize(4);
        settings.setMinimumIdle(0);
        return new HikariDataSource(settings);
    }

    @Override
    public void close() {
        connections.close();
        superusers.close();
    }

    /** Removes everything but the schema with the lists it brings along, the deployed processes and what start-up writes (authorizations, filters, the first administrator). */
    public void empty() {
        emptied(1);
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

    /** A live page of the test before may still be answered, and what it looks at is recorded. */
    private void emptied(int time) {
        try {
            superuser.execute(EMPTIED);
        } catch (PessimisticLockingFailureException e) {
            if (time == TIMES) {
                throw e;
            }
            emptied(time + 1);
        }
    }

    /** The database as its owner sees it, whom no territory binds: for tests that look at all rows or alter what the application may not. */
    public JdbcTemplate asOwner() {
        return owner;
    }
}
