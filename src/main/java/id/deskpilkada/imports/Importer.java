package id.deskpilkada.imports;

import id.deskpilkada.platform.Permission;
import java.util.List;
import java.util.function.Supplier;

/** A kind of import; the module that owns the data offers it as a bean. */
public interface Importer {

    /** The last part of the address {@code /api/imports/{kind}}, e.g. {@code polling-stations}. */
    String kind();

    List<Column> columns();

    /** Who may send such files and fetch their template: the administrator, unless the data is for others' eyes. */
    default Permission permission() {
        return Permission.SET_UP;
    }

    /**
     * Checks every row, collects each fault in {@code rows.problems()} and, unless {@link ImportProblems#rejectIfAny} refuses the file or this is a dry run,
     * creates and updates by code. Runs inside one transaction of the caller; a dry run is rolled back in any case.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code IMPORT_REJECTED} with every bad row, or another refusal of the whole file
     */
    ImportOutcome apply(ImportRows rows, ImportContext context);

    /** What takes long and needs no transaction, such as the hashing of passwords, is done here; what it answers runs in the transaction in place of {@link #apply}. */
    default Supplier<ImportOutcome> prepare(ImportRows rows, ImportContext context) {
        return () -> apply(rows, context);
    }
}
