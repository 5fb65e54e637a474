package id.deskpilkada.imports;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of one file under their contract column names, without blank lines. */
public final class ImportRows implements Iterable<ImportRow> {

    private final Set<String> columns;
    private final List<ImportRow> rows;
    private final ImportProblems problems;

    ImportRows(Set<String> columns, List<ImportRow> rows, ImportProblems problems) {
        this.columns = Set.copyOf(columns);
        this.rows = rows;
        this.problems = problems;
    }

    /** Rows that did not come from a file, for the demo data and for tests. */
    public static ImportRows of(List<ImportRow> rows) {
        Set<String> columns = rows.isEmpty() ? Set.of() : rows.get(0).columns();
        return new ImportRows(columns, List.copyOf(rows), new ImportProblems());
    }

    /** Whether the file has this column at all: an absent column leaves what is stored, an empty cell clears it. */
    public boolean hasColumn(String name) {
        return columns.contains(name);
    }

    public int count() {
        return rows.size();
    }

    public Stream<ImportRow> stream() {
        return rows.stream();
    }

    /** The one collector of this file; cells that could not be read are in it already. */
    public ImportProblems problems() {
        return problems;
    }

    @Override
    public Iterator<ImportRow> iterator() {
        return rows.iterator();
    }
}
