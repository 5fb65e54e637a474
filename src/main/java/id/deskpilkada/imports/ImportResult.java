package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import java.util.List;

/**
 * What came of a file: how many rows it had, what they led to, and what was left aside. With {@code dryRun} nothing was stored.
 *
 * @param ignoredColumns headers of the file that its kind does not know
 */
public record ImportResult(
        String kind,
        int rows,
        int created,
        int updated,
        int unchanged,
        List<FieldProblem> warnings,
        List<String> ignoredColumns,
        boolean dryRun) {}
