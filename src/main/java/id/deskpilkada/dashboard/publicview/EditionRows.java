package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.EditionFiles.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the writer of editions reads and stores. */
@Component
class EditionRows {

    private static final long LOCK = 360_400_141;
    private static final List<String> TOPICS =
            List.of("tally", "voting", "progress", "round", ElectionData.TOPIC, PublicViews.TOPIC);

    /**
     * A change is told in its transaction and may become visible some seconds after its time: what lies ten seconds back is looked at once more. Once a minute everything is looked at,
     * whatever was told.
     */
    private static final String DUE =
            """
            SELECT CASE WHEN coalesce((SELECT mode FROM public_view), 'OFF') = 'OFF' THEN EXISTS (SELECT 1 FROM public_file)
              ELSE e.read_at IS NULL OR coalesce(e.wake_at <= clock_timestamp(), false) OR e.read_at < clock_timestamp() - interval '1 minute'
                OR e.read_at < clock_timestamp() - make_interval(secs => :spacing)
                  AND EXISTS (SELECT 1 FROM change c WHERE c.at > e.read_at - interval '10 seconds' AND c.topic IN (:topics)) END
            FROM (SELECT 1) one LEFT JOIN public_edition e ON true
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EditionRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean due(Duration spacing) {
        return jdbc.sql(DUE)
                .param("spacing", spacing.toMillis() / 1000.0)
                .param("topics", TOPICS)
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody else is writing; kept until the transaction ends, or for a minute after a node has fallen silent in the middle of it. */
    boolean lock() {
        jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = '1min'").update();
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    OffsetDateTime now() {
        return jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
    }

    /** The version of the edition, which from now on nobody else changes, not even to take everything away. */
    long lockEdition() {
        jdbc.sql("INSERT INTO public_edition (version) VALUES (0) ON CONFLICT DO NOTHING")
                .update();
        return jdbc.sql("SELECT version FROM public_edition FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Stores what differs from what is stored, and answers how many files that were. */
    int store(long version, Instant at, Map<String, Content> contents) {
        var known = new HashMap<String, String>();
        jdbc.sql("SELECT path, etag FROM public_file")
                .query((row, number) -> known.put(row.getString("path"), row.getString("etag")))
                .list();
        var changed = contents.values().stream()
                .filter(content -> !content.etag().equals(known.get(content.path())))
                .toList();
        var changedAt = at.atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                """
                INSERT INTO public_file (path, content_type, etag, body, changed_at, version) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET content_type = excluded.content_type, etag = excluded.etag, body = excluded.body,
                  changed_at = excluded.changed_at, version = excluded.version
                """,
                changed.stream()
                        .map(content -> new Object[] {
                            content.path(),
                            content.contentType(),
                            content.etag(),
                            FileBytes.gzip(content.bytes()),
                            changedAt,
                            version
                        })
                        .toList());
        var gone = new HashSet<>(known.keySet());
        gone.removeAll(contents.keySet());
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM public_file WHERE path IN (:gone)")
                    .param("gone", gone)
                    .update();
        }
        return changed.size() + gone.size();
    }

    void finish(long version, OffsetDateTime readAt, @Nullable OffsetDateTime wakeAt) {
        jdbc.sql("UPDATE public_edition SET version = ?, read_at = ?, wake_at = ?")
                .params(version, readAt, wakeAt)
                .update();
    }

    void removeAll() {
        long version = lockEdition();
        jdbc.sql("DELETE FROM public_file").update();
        jdbc.sql("UPDATE public_edition SET version = ?, read_at = NULL, wake_at = NULL")
                .param(version + 1)
                .update();
    }
}
