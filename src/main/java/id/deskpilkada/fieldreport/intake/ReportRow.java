package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report out of its row. */
public final class ReportRow {

    public static final String COLUMNS =
            "id, seq, kind, round_id, race_id, tps_code, area, slot, source, task_id, observed_at, received_at, reporter_id, entered_by_id";

    private ReportRow() {}

    /** With {@code payload} among the columns. */
    public static FieldReport whole(ResultSet row, int number) throws SQLException {
        var payload = row.getString("payload");
        return report(row, payload == null ? MissingNode.getInstance() : StrictJson.stored(payload, "data"));
    }

    /** Without its data, for who only needs to know that it is there. */
    public static FieldReport outline(ResultSet row, int number) throws SQLException {
        return report(row, MissingNode.getInstance());
    }

    private static FieldReport report(ResultSet row, JsonNode data) throws SQLException {
        return new FieldReport(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                ReportKind.valueOf(row.getString("kind")),
                row.getLong("round_id"),
                row.getObject("race_id", Long.class),
                row.getString("tps_code"),
                row.getString("area"),
                row.getString("slot"),
                ReportSource.valueOf(row.getString("source")),
                row.getString("task_id"),
                instant(row, "observed_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getLong("reporter_id"),
                row.getLong("entered_by_id"),
                data);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
