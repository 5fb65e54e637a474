package id.deskpilkada.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was asked for.
 *
 * @param erased null while nobody has settled it, false when it was declined
 */
record ErasureView(
        UUID id,
        String kind,
        String object,
        String area,
        String reason,
        String decidedBy,
        String decision,
        long requestedBy,
        Instant requestedAt,
        @Nullable Boolean erased,
        @Nullable Long settledBy,
        @Nullable Instant settledAt) {

    static ErasureView of(ResultSet row, int number) throws SQLException {
        var settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new ErasureView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("object"),
                row.getString("area"),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getString("decision"),
                row.getLong("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("erased", Boolean.class),
                row.getObject("settled_by", Long.class),
                settledAt == null ? null : settledAt.toInstant());
    }
}
