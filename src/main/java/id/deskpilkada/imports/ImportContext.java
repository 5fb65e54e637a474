package id.deskpilkada.imports;

import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a caller said beside the file.
 *
 * @param election code of the election, or null if the caller named none (the one active election is meant)
 * @param actor who imports, or null where the installation itself does, as for the demo's data
 * @param fileName as the sender's computer names it, for the record only
 */
public record ImportContext(
        @Nullable String election, boolean dryRun, @Nullable Actor actor, @Nullable String fileName) {

    public ImportContext(@Nullable String election, boolean dryRun, @Nullable Actor actor) {
        this(election, dryRun, actor, null);
    }
}
