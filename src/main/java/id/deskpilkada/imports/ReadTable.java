package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import java.util.List;

/** A file that could be read as a table: its rows, what was left aside, and what deserves a second look. */
record ReadTable(ImportRows rows, List<String> ignoredColumns, List<FieldProblem> warnings) {}
