package id.deskpilkada.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail with its place in the chain; position and hash are null for the second until it is linked.
 *
 * @param details as JSON text
 * @param erased whether its personal columns went when their time was over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditLine(
        String id,
        long seq,
        Instant at,
        String action,
        @Nullable String object,
        String area,
        @Nullable Long staffId,
        @Nullable String username,
        @Nullable String work,
        String channel,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String requestId,
        @Nullable String route,
        String outcome,
        String details,
        String insertedBy,
        boolean erased,
        @Nullable String salt,
        String digest,
        @Nullable String chain,
        @Nullable Long position,
        @Nullable String hash) {

    static AuditLine of(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getString("id"),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("object"),
                row.getString("area"),
                row.getObject("staff_id", Long.class),
                row.getString("username"),
                row.getString("work"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("request_id"),
                row.getString("route"),
                row.getString("outcome"),
                row.getString("details"),
                row.getString("inserted_by"),
                row.getBytes("salt") == null,
                hex(row.getBytes("salt")),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getString("district_area"),
                row.getObject("position", Long.class),
                hex(row.getBytes("hash")));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
