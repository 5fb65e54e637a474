package id.deskpilkada.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Area;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as programs read it; a figure without data is null, never 0. */
public record ReportView(
        String title,
        String election,
        String round,
        String region,
        String name,
        boolean provisional,
        OffsetDateTime at,
        List<String> notes,
        List<TableView> tables) {

    public record TableView(String key, String title, List<Column> columns, List<RowView> rows) {}

    /** @param code null where the line is of no region */
    public record RowView(
            @Nullable String code,
            String name,
            boolean total,
            boolean suppressed,
            @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable BigDecimal> figures) {}

    public static ReportView of(Report report, Words words) {
        return new ReportView(
                report.title(),
                report.round().electionCode(),
                report.round().code(),
                Area.dotted(report.place().area()),
                report.place().name(),
                report.provisional(),
                report.at().atZone(words.zone()).toOffsetDateTime(),
                report.notes(),
                report.tables().stream().map(ReportView::table).toList());
    }

    private static TableView table(Table table) {
        return new TableView(
                table.key(),
                table.title(),
                table.columns(),
                table.rows().stream().map(row -> row(table, row)).toList());
    }

    private static RowView row(Table table, Row row) {
        var figures = new LinkedHashMap<String, @Nullable BigDecimal>();
        for (int at = 0; at < table.columns().size(); at++) {
            figures.put(table.columns().get(at).key(), row.cells().get(at));
        }
        return new RowView(
                row.code().isEmpty() ? null : row.code(), row.name(), row.total(), row.suppressed(), figures);
    }
}
