package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import java.util.List;

/** A file that could be read as a table: its rows, what was left aside, and what deserves a second look. */
public record ReadTable(ImportRows rows, List<String> ignoredColumns, List<FieldProblem> warnings) {

    /**
     * Reads a CSV or XLSX for a module that takes files at an address of its own.
     *
     * @throws id.deskpilkada.platform.Problem 413 or 422 if the file as a whole cannot be read; single bad cells are in the rows' problems
     */
    public static ReadTable of(byte[] content, List<Column> columns) {
        return TableFile.read(content, columns);
    }
}
