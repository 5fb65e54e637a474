package id.deskpilkada.comparison.official;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of published figures as it was taken in.
 *
 * @param area digits of the region that the installation serves
 * @param run grows when its comparison is begun again
 * @param done whether nothing of it is left to trace
 * @param summary what the comparison came to when it ended last, by name; null before
 */
public record OfficialImport(
        long id,
        long roundId,
        long raceId,
        String area,
        @Nullable String fileName,
        OfficialFormat format,
        String source,
        @Nullable Instant publishedAt,
        String sha256,
        int places,
        int emptyPlaces,
        long importedById,
        Instant importedAt,
        int run,
        boolean done,
        @Nullable Map<String, Object> summary,
        @Nullable Instant endedAt) {}
