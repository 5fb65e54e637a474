package id.deskpilkada.staff.directory;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.directory.AgencyImporter.AgencyRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes agencies. */
@Component
class AgencyRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    AgencyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Stored(String name, String channels, boolean confirmed) {}

    ImportOutcome store(List<AgencyRow> rows, Confirming by) {
        int created = 0;
        int updated = 0;
        for (var row : rows) {
            var before = jdbc.sql(
                            "SELECT name, channels, confirmed_at IS NOT NULL AS confirmed FROM agency WHERE code = ? AND area = ?")
                    .params(row.code(), row.area())
                    .query(Stored.class)
                    .optional()
                    .orElse(null);
            var after = after(before, row);
            if (!row.active()) {
                updated += jdbc.sql("DELETE FROM agency WHERE code = ? AND area = ?")
                        .params(row.code(), row.area())
                        .update();
            } else if (before == null) {
                jdbc.sql("INSERT INTO agency (code, area, name, channels) VALUES (?, ?, ?, ?)")
                        .params(row.code(), row.area(), after.name(), after.channels())
                        .update();
                confirm(row.code(), row.area(), after.confirmed(), by);
                created++;
            } else if (!before.equals(after)) {
                jdbc.sql("UPDATE agency SET name = ?, channels = ? WHERE code = ? AND area = ?")
                        .params(after.name(), after.channels(), row.code(), row.area())
                        .update();
                if (before.confirmed() != after.confirmed()
                        || !before.channels().equals(after.channels())) {
                    confirm(row.code(), row.area(), after.confirmed(), by);
                }
                updated++;
            }
        }
        return new ImportOutcome(created, updated, rows.size() - created - updated, List.of());
    }

    /** A confirmation stays with the channels it was given for. */
    private static Stored after(@Nullable Stored before, AgencyRow row) {
        var told = row.channels();
        var known = before == null ? "" : before.channels();
        var channels = told == null ? known : told;
        var kept = before != null && before.confirmed() && channels.equals(known);
        var confirmed = row.confirmed();
        return new Stored(row.name(), channels, confirmed == null ? kept : confirmed && !channels.isEmpty());
    }

    /** @throws Problem 404 {@code UNKNOWN_AGENCY} */
    void confirm(String code, String area, boolean confirmed, Confirming by) {
        var changed = jdbc.sql(
                        "UPDATE agency SET confirmed_at = ?::timestamptz, confirmed_by = ?::bigint, confirmed_by_name = ?::text WHERE code = ? AND area = ?")
                .param(confirmed ? now() : null)
                .param(confirmed ? by.id() : null)
                .param(confirmed ? by.name() : null)
                .param(code)
                .param(area)
                .update();
        if (changed == 0) {
            throw Problem.notFound("UNKNOWN_AGENCY");
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
