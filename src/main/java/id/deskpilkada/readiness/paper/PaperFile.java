package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.SafeCell;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.platform.document.Sheets.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The comparison of papers as a file, with the filters of the list. That it left is recorded before its first byte. */
@Component
class PaperFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PaperReconciliation papers;
    private final Messages messages;
    private final Audit audit;

    PaperFile(PaperReconciliation papers, Messages messages, Audit audit) {
        this.papers = papers;
        this.messages = messages;
        this.audit = audit;
    }

    void record(PaperQuestion question, String format) {
        var paper = question.paper();
        audit.record(
                "paper.exported",
                format,
                question.region().area(),
                Map.of("kind", paper.kind(), "slot", paper.slot(), "race", paper.race() == null ? "" : paper.race()));
    }

    /** Comma, UTF-8 without byte order mark, a line for each TPS; times are those of the regency. */
    void csv(PaperQuestion question, OutputStream out) {
        try {
            var csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            csv.printRecord(
                    "tps", "village", "district", "state", "ways", "reported_at", "paper_at", "paper_by", "disclaimer");
            var disclaimer = PracticeMark.line(question.round(), messages.text("disclaimer"));
            papers.each(question, line -> print(csv, line, disclaimer));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter csv, PaperLine line, String disclaimer) {
        try {
            csv.printRecord(
                    line.tps(),
                    SafeCell.escape(line.villageName()),
                    SafeCell.escape(line.districtName()),
                    line.state(),
                    line.ways().stream().map(ReportSource::name).collect(Collectors.joining(" ")),
                    time(line.reportedAt()),
                    time(arrived(line)),
                    SafeCell.escape(by(line)),
                    disclaimer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sheet, with a column for each thing that the page shows. */
    void xlsx(PaperQuestion question, OutputStream out) {
        try (var sheets = Sheets.into(out, PracticeMark.over(question.round()))) {
            sheets.sheet(
                    messages.text("paper.list.title"),
                    List.of(
                            column("paper.file.code", 16),
                            column("paper.file.tps", 10),
                            column("paper.file.village", 24),
                            column("paper.file.district", 24),
                            column("paper.list.state", 34),
                            column("paper.list.ways", 24),
                            column("paper.list.reported", 18),
                            column("paper.list.arrived", 18),
                            column("paper.list.by", 26)));
            papers.each(question, line -> sheets.row(cells(line)));
            sheets.row(messages.text("disclaimer"));
        }
    }

    private @Nullable Object[] cells(PaperLine line) {
        return new @Nullable Object[] {
            line.tps(),
            line.tpsName(),
            line.villageName(),
            line.districtName(),
            messages.text("paper.state." + line.state()),
            line.ways().stream().map(way -> messages.text("paper.way." + way)).collect(Collectors.joining(", ")),
            time(line.reportedAt()),
            time(arrived(line)),
            by(line)
        };
    }

    private Column column(String key, int width) {
        return Column.of(messages.text(key), width);
    }

    private static @Nullable OffsetDateTime arrived(PaperLine line) {
        var received = line.received();
        return received == null ? null : received.at();
    }

    private static String by(PaperLine line) {
        var received = line.received();
        return received == null ? "" : received.by();
    }

    private static @Nullable String time(@Nullable OffsetDateTime at) {
        return at == null ? null : TIME.format(at);
    }
}
