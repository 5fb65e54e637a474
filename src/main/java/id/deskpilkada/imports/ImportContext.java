package id.deskpilkada.imports;

import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a caller said beside the file.
 *
 * @param election code of the election, or null if the caller named none (the one active election is meant)
 * @param actor who imports, or null where the installation itself does, as for the demo's data
 */
public record ImportContext(@Nullable String election, boolean dryRun, @Nullable Actor actor) {}
