package id.deskpilkada.imports;

import java.util.function.Supplier;

/** A kind of import whose file is no table, such as outlines for a map; the module that owns the data offers it as a bean. */
public interface DocumentImporter {

    /** The last part of the address {@code /api/imports/{kind}}, e.g. {@code boundaries}. */
    String kind();

    /** Endings of its files, as a file field of a page takes them, e.g. {@code .geojson,.json}. */
    String fileNames();

    /**
     * Reads the file outside any transaction; what it answers checks and stores it inside one, all of it or nothing. Its rows are counted by the outcome.
     *
     * @throws id.deskpilkada.platform.Problem 413 or 422; {@code IMPORT_REJECTED} with every fault
     */
    Supplier<ImportOutcome> prepare(byte[] content, ImportContext context);
}
