package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Kind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report as a workbook with plain numbers, one sheet for each subject and one for the votes of each race. */
@Component
class ReportWorkbook {

    /** What Excel allows. */
    private static final int LONGEST_NAME = 31;

    private static final int WIDEST = 80;

    private final Words words;
    private final FactTable facts;
    private final FieldTables field;
    private final VoteTables votes;
    private final PartTables parts;
    private final ChangeTable changes;

    ReportWorkbook(
            Words words, FactTable facts, FieldTables field, VoteTables votes, PartTables parts, ChangeTable changes) {
        this.words = words;
        this.facts = facts;
        this.field = field;
        this.votes = votes;
        this.parts = parts;
        this.changes = changes;
    }

    /** @param mark as {@link Sheets#into} takes it */
    byte[] of(Material of, Optional<String> mark) {
        var snapshot = of.snapshot();
        Collection<Snapshot> below =
                of.parts().isEmpty() ? List.of(snapshot) : of.parts().values();
        var bytes = new ByteArrayOutputStream();
        var taken = new HashSet<String>();
        try (var sheets = Sheets.into(bytes, mark)) {
            sheet(sheets, "summary", facts.of(of), taken);
            if (!snapshot.districts().isEmpty()) {
                sheet(sheets, "parts", parts.standing(of), taken);
                sheet(sheets, "remarks", parts.remarks(snapshot), taken);
                sheet(sheets, "sources", parts.sources(snapshot), taken);
            }
            sheet(sheets, "reports", field.reports(snapshot), taken);
            sheet(sheets, "absent", field.absent(List.copyOf(below)), taken);
            sheet(sheets, "incidents", field.incidents(snapshot), taken);
            sheet(sheets, "situations", field.situations(snapshot), taken);
            sheet(sheets, "coverage", votes.coverage(snapshot), taken);
            if (!of.withheld()) {
                snapshot.races()
                        .forEach(race -> write(
                                sheets,
                                words.text("tierdoc.sheet.votes", race.name()),
                                votes.matrix(of, race),
                                snapshot.disclaimer(),
                                taken));
            }
            sheet(sheets, "changes", changes.of(of), taken);
        }
        return bytes.toByteArray();
    }

    private void sheet(Sheets sheets, String key, Table table, Set<String> taken) {
        write(sheets, words.text("tierdoc.sheet." + key), table, null, taken);
    }

    private static void write(Sheets sheets, String name, Table table, @Nullable String note, Set<String> taken) {
        var shown = new ArrayList<Integer>();
        for (int at = 0; at < table.columns().size(); at++) {
            if (table.columns().get(at).kind() != Kind.BAR) {
                shown.add(at);
            }
        }
        sheets.sheet(
                named(name, taken),
                shown.stream().map(at -> column(table.columns().get(at))).toList());
        table.rows()
                .forEach(row ->
                        sheets.row(shown.stream().map(at -> row.cells().get(at)).toArray()));
        if (note != null) {
            sheets.row(note);
        }
    }

    private static Sheets.Column column(Column column) {
        return Sheets.Column.of(column.name(), Math.min(WIDEST, Math.max(10, column.width())));
    }

    /** A name that Excel takes and that no other sheet has. */
    static String named(String name, Set<String> taken) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var shown = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        for (int n = 2; !taken.add(shown.toLowerCase(Locale.ROOT)); n++) {
            var end = " " + n;
            shown = plain.substring(0, Math.min(LONGEST_NAME - end.length(), plain.length())) + end;
        }
        return shown;
    }
}
