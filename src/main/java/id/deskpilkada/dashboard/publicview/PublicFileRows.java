package id.deskpilkada.dashboard.publicview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the nodes hand out. */
@Component
class PublicFileRows {

    private final JdbcClient jdbc;

    PublicFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version 0 before anything was written */
    record Standing(boolean on, long version) {}

    /** @param changed files newer than what was asked after; {@code paths} of all there are */
    record Edition(long version, List<PublicFile> changed, Set<String> paths) {}

    Standing standing() {
        return jdbc.sql(
                        """
                        SELECT coalesce((SELECT mode <> 'OFF' FROM public_view), false) AS on,
                          coalesce((SELECT version FROM public_edition), 0) AS version
                        """)
                .query(Standing.class)
                .single();
    }

    /** As of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Edition since(long version) {
        var newest = standing().version();
        var changed = jdbc.sql("SELECT path, content_type, etag, body, changed_at FROM public_file WHERE version > ?")
                .param(version)
                .query((row, number) -> file(row))
                .list();
        var paths = jdbc.sql("SELECT path FROM public_file").query(String.class).list();
        return new Edition(newest, changed, new HashSet<>(paths));
    }

    private static PublicFile file(ResultSet row) throws SQLException {
        var gzip = row.getBytes("body");
        return new PublicFile(
                row.getString("path"),
                row.getString("content_type"),
                row.getString("etag"),
                gzip,
                FileBytes.plain(gzip),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
