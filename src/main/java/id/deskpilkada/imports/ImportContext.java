package id.deskpilkada.imports;

import org.jspecify.annotations.Nullable;

/**
 * What a caller said beside the file.
 *
 * @param election code of the election, or null if the caller named none (the one active election is meant)
 */
public record ImportContext(@Nullable String election, boolean dryRun) {}
