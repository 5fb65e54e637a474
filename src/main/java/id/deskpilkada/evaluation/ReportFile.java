package id.deskpilkada.evaluation;

import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.platform.document.Sheets;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report on paper and as a workbook, always in Indonesian and with the definition of every figure. */
@Component
public class ReportFile {

    private static final int LONGEST_SHEET_NAME = 31;
    private static final int NAME_WIDTH = 28;
    private static final int FIGURE_WIDTH = 16;
    private static final int TEXT_WIDTH = 60;

    private final Documents documents;
    private final Wording wording;

    ReportFile(Documents documents, Wording wording) {
        this.documents = documents;
        this.wording = wording;
    }

    /** A4, landscape. @param by who takes it along, for the foot of each page */
    public byte[] pdf(Report report, Actor by) {
        var words = wording.ofFiles();
        var model = new HashMap<String, @Nullable Object>();
        model.put("report", report);
        model.put("words", words);
        model.put("style", PAPER);
        var foot = words.text("evaluation.taken", by.name(), words.time(report.at()));
        model.put("footnote", report.provisional() ? words.text("evaluation.provisional") + " · " + foot : foot);
        return documents.pdf("evaluation", model);
    }

    private static final String PAPER =
            """
            @page { size: A4 landscape; margin: 14mm 15mm 22mm 15mm; }
            .provisional { border: 1.2pt solid #000; padding: 2mm 3mm; margin-bottom: 3mm; font-weight: bold; }
            table.figures { width: 99.5%; } table.figures th, table.figures td { font-size: 8.5pt; line-height: 1.25; padding: 0.7mm 1.4mm; }
            table.figures th.figure, table.figures td.figure { text-align: right; }
            table.figures tr.total td { font-weight: bold; border-top: 1.2pt solid #000; }
            .bar { display: inline-block; height: 1.5mm; background: #4a6f92; margin-right: 1.2mm; }
            table.meaning th, table.meaning td { font-size: 8pt; line-height: 1.3; }
            .unit { white-space: nowrap; } .topic { margin-top: 6mm; } .topic-short { margin-top: 6mm; page-break-inside: avoid; }
            """;

    public void xlsx(Report report, OutputStream out) {
        var words = wording.ofFiles();
        Set<String> names = new HashSet<>();
        try (var sheets = Sheets.into(out, PracticeMark.over(report.round()))) {
            about(report, words, sheets, names);
            report.tables().forEach(table -> table(table, words, sheets, names));
            meanings(report, words, sheets, names);
        }
    }

    private static void about(Report report, Words words, Sheets sheets, Set<String> names) {
        sheets.sheet(
                sheetName(words.text("evaluation.sheet.about"), names),
                List.of(Sheets.Column.of(report.title(), NAME_WIDTH), Sheets.Column.of("", TEXT_WIDTH)));
        if (report.provisional()) {
            sheets.row(words.text("evaluation.state"), words.text("evaluation.provisional"));
        }
        sheets.row(words.text("evaluation.place"), report.place().name());
        sheets.row(
                words.text("evaluation.round"),
                report.round().electionName() + " · " + report.round().code());
        sheets.row(words.text("evaluation.at"), words.time(report.at()));
        report.notes().forEach(note -> sheets.row("", note));
        sheets.row("", words.text("disclaimer"));
    }

    private static void table(Table table, Words words, Sheets sheets, Set<String> names) {
        List<Sheets.Column> header = new ArrayList<>();
        header.add(Sheets.Column.of(words.text("evaluation.code"), FIGURE_WIDTH));
        header.add(Sheets.Column.of(table.heading(), NAME_WIDTH));
        table.columns().forEach(column -> header.add(Sheets.Column.of(unitNamed(column, words), FIGURE_WIDTH)));
        sheets.sheet(sheetName(table.title(), names), header);
        for (var row : table.rows()) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(row.code());
            cells.add(row.name());
            for (int at = 0; at < table.columns().size(); at++) {
                var value = row.cells().get(at);
                cells.add(value == null ? words.cell(table, row, at) : value);
            }
            sheets.row(cells.toArray());
        }
    }

    private static String unitNamed(Column column, Words words) {
        return column.unit() == Unit.COUNT
                ? column.name()
                : column.name() + " (" + words.text("evaluation.unit." + column.unit()) + ")";
    }

    private static void meanings(Report report, Words words, Sheets sheets, Set<String> names) {
        sheets.sheet(
                sheetName(words.text("evaluation.sheet.meaning"), names),
                List.of(
                        Sheets.Column.of(words.text("evaluation.topic"), NAME_WIDTH),
                        Sheets.Column.of(words.text("evaluation.figure"), NAME_WIDTH),
                        Sheets.Column.of(words.text("evaluation.unit"), FIGURE_WIDTH),
                        Sheets.Column.of(words.text("evaluation.what"), TEXT_WIDTH),
                        Sheets.Column.of(words.text("evaluation.since"), TEXT_WIDTH),
                        Sheets.Column.of(words.text("evaluation.leftOut"), TEXT_WIDTH)));
        report.tables().forEach(table -> table.columns()
                .forEach(column -> sheets.row(
                        table.title(),
                        column.name(),
                        words.text("evaluation.unit." + column.unit()),
                        column.what(),
                        column.since(),
                        column.leftOut())));
    }

    /** Spreadsheets know no two sheets of the same name, whatever its letters' case, and not every character in it. */
    private static String sheetName(String title, Set<String> names) {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var name = plain.substring(0, Math.min(LONGEST_SHEET_NAME, plain.length()));
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            var mark = " " + n;
            name = plain.substring(0, Math.min(LONGEST_SHEET_NAME - mark.length(), plain.length())) + mark;
        }
        return name;
    }
}
