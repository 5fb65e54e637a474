package id.deskpilkada.retention;

import id.deskpilkada.platform.engine.EngineHistory;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of data whose time runs out, with its rule. What is chained loses its content only: the database's own function erases it and leaves a tombstone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionRules {

    private static final String SESSIONS =
            """
            WITH gone AS (DELETE FROM staff_session WHERE token_hash IN (
                SELECT token_hash FROM staff_session WHERE expires_at < :before LIMIT :most) RETURNING 1)
            SELECT count(*) FROM gone
            """;

    private static final String SCREENS =
            """
            WITH gone AS (DELETE FROM wall_screen WHERE id IN (
                SELECT id FROM wall_screen WHERE expires_at < :before LIMIT :most) RETURNING 1)
            SELECT count(*) FROM gone
            """;

    private static final String UPLOADS =
            """
            WITH gone AS (DELETE FROM photo_upload WHERE (uploaded_by, sha256) IN (
                SELECT uploaded_by, sha256 FROM photo_upload WHERE touched_at < :before LIMIT :most) RETURNING 1)
            SELECT count(*) FROM gone
            """;

    @Bean
    Retained retainedUploads(JdbcClient jdbc, RetentionSettings settings) {
        return new RetainedRows(
                jdbc, "PHOTO_UPLOAD", settings.uploads(), "photo_upload WHERE true", "touched_at", UPLOADS);
    }

    /** They hold telephone numbers, and names in words; the reports that they became are kept by themselves. */
    private static final String SMS =
            """
            WITH gone AS (DELETE FROM sms_message WHERE id IN (
                SELECT id FROM sms_message WHERE state <> 'WAITING' AND received_at < :before LIMIT :most) RETURNING 1)
            SELECT count(*) FROM gone
            """;

    @Bean
    Retained retainedSms(JdbcClient jdbc, RetentionSettings settings) {
        return new RetainedRows(
                jdbc, "SMS", settings.staff(), "sms_message WHERE state <> 'WAITING'", "received_at", SMS);
    }

    @Bean
    Retained retainedScreens(JdbcClient jdbc, RetentionSettings settings) {
        return new RetainedRows(jdbc, "SCREEN", settings.sessions(), "wall_screen WHERE true", "expires_at", SCREENS);
    }

    @Bean
    Retained retainedSessions(JdbcClient jdbc, RetentionSettings settings) {
        return new RetainedRows(
                jdbc, "SESSION", settings.sessions(), "staff_session WHERE true", "expires_at", SESSIONS);
    }

    @Bean
    Retained retainedPhotos(JdbcClient jdbc, RetentionSettings settings) {
        return chained(jdbc, "PHOTO", settings.photos(), "photo WHERE length(original) > 0", "uploaded_at");
    }

    @Bean
    Retained retainedStaff(JdbcClient jdbc, RetentionSettings settings) {
        return chained(jdbc, "PERSON", settings.staff(), "staff_member WHERE username <> 'dihapus-' || id", "left_at");
    }

    @Bean
    Retained retainedReports(JdbcClient jdbc, RetentionSettings settings) {
        return chained(
                jdbc,
                "FIELD_REPORT",
                settings.reports(),
                "field_report WHERE payload IS NOT NULL AND state <> 'STORED'",
                "received_at");
    }

    @Bean
    Retained retainedAudit(JdbcClient jdbc, RetentionSettings settings) {
        return chained(
                jdbc,
                "AUDIT",
                settings.audit(),
                "audit_entry WHERE salt IS NOT NULL AND channel <> 'DATABASE' AND action <> 'chain.anchored'",
                "at");
    }

    private static Retained chained(JdbcClient jdbc, String kind, Period period, String from, String since) {
        return new RetainedRows(
                jdbc, kind, period, from, since, "SELECT erase_overdue('" + kind + "', :before, :most)");
    }

    @Bean
    Retained retainedEngineHistory(EngineHistory history, RetentionSettings settings) {
        return new Retained() {

            @Override
            public String kind() {
                return "ENGINE_HISTORY";
            }

            @Override
            public Period period() {
                return settings.engineHistory();
            }

            @Override
            public long due(Instant before) {
                return history.finishedBefore(before);
            }

            @Override
            public Optional<Instant> oldest() {
                return history.oldestEnd();
            }

            @Override
            public long erase(Instant before, int most) {
                return history.remove(before, most);
            }
        };
    }
}
