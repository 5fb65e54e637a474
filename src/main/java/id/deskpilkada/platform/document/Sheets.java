package id.deskpilkada.platform.document;

import id.deskpilkada.platform.SafeCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an XLSX as it goes, sheet after sheet and row after row, so that a long list needs no memory. No cell is a formula: a text that a spreadsheet would take for one has an
 * apostrophe before it.
 */
public final class Sheets implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What Excel allows. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_NAME = 31;

    private static final int ROWS_HELD = 500;

    private final Workbook workbook;
    private final Optional<String> mark;
    private final Set<String> names = new HashSet<>();
    private @Nullable Worksheet sheet;
    private int row;

    private Sheets(Workbook workbook, Optional<String> mark) {
        this.workbook = workbook;
        this.mark = mark;
    }

    /** The stream stays open; it belongs to the caller. */
    public static Sheets into(OutputStream out) {
        return into(out, Optional.empty());
    }

    /** @param mark a word that stands in the name and the first row of every sheet, as a {@link Watermark} stands across a document; empty for most */
    public static Sheets into(OutputStream out, Optional<String> mark) {
        return new Sheets(new Workbook(out, "DeskPilkada", "1.0"), mark);
    }

    /** Begins a sheet and ends the one before. @param header names of its columns, bold, in a row that stays in sight */
    public Sheets sheet(String name, List<Column> header) {
        finishSheet();
        Worksheet next =
                workbook.newWorksheet(mark.map(word -> marked(word, name)).orElse(name));
        sheet = next;
        row = 0;
        mark.ifPresent(word -> bold(next, 0, word));
        row = mark.isPresent() ? 1 : 0;
        next.freezePane(0, row + 1);
        for (int at = 0; at < header.size(); at++) {
            bold(next, at, header.get(at).name());
            next.width(at, header.get(at).width());
        }
        row++;
        return this;
    }

    private void bold(Worksheet into, int column, String text) {
        into.inlineString(row, column, SafeCell.escape(text));
        into.style(row, column).bold().set();
    }

    /** Still a name that Excel takes and that no other sheet has. */
    private String marked(String word, String name) {
        var whole = word + " " + name;
        var shown = whole.substring(0, Math.min(LONGEST_NAME, whole.length())).strip();
        for (int n = 2; !names.add(shown.toLowerCase(Locale.ROOT)); n++) {
            var end = " " + n;
            shown = whole.substring(0, Math.min(LONGEST_NAME - end.length(), whole.length()))
                            .strip()
                    + end;
        }
        return shown;
    }

    /** @param width in characters */
    public record Column(String name, int width) {

        public static Column of(String name, int width) {
            return new Column(name, width);
        }
    }

    /** One row: numbers and dates as such, null as an empty cell, everything else as its text. */
    public Sheets row(@Nullable Object... cells) {
        Worksheet into = current();
        for (int at = 0; at < cells.length; at++) {
            cell(into, at, cells[at]);
        }
        row++;
        if (row % ROWS_HELD == 0) {
            flush(into);
        }
        return this;
    }

    private void cell(Worksheet into, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            into.value(row, column, number);
        } else if (cell instanceof LocalDate date) {
            into.value(row, column, date);
            into.style(row, column).format("dd/mm/yyyy").set();
        } else if (cell != null) {
            into.inlineString(row, column, text(cell.toString()));
        }
    }

    private static String text(String text) {
        String safe = SafeCell.escape(text);
        return safe.length() <= LONGEST_TEXT ? safe : safe.substring(0, LONGEST_TEXT);
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("a row needs a sheet");
        }
        return sheet;
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finishSheet() {
        if (sheet != null) {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sheet = null;
        }
    }

    @Override
    public void close() {
        finishSheet();
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
