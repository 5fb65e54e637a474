package id.deskpilkada.imports;

import org.jspecify.annotations.Nullable;

/** A file was taken in; told in the transaction that stores it. */
record Imported(String kind, byte[] content, @Nullable String fileName, int rows, ImportOutcome outcome) {}
