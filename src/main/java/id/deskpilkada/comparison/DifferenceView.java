package id.deskpilkada.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.comparison.ComparisonView.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One difference for whoever traces it or reads about it.
 *
 * @param importId the import whose figures are set beside ours
 * @param version of our form that was compared; absent for regions
 * @param correction numbers read in the photo by path, where a correction of ours was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(
        long id,
        long importId,
        String source,
        @Nullable Instant publishedAt,
        String election,
        String round,
        String race,
        String raceName,
        Place place,
        String district,
        List<Field> fields,
        long weight,
        @Nullable Integer version,
        Difference.State state,
        Instant foundAt,
        @Nullable Cause cause,
        @Nullable String note,
        @Nullable Map<String, Integer> correction,
        @Nullable String tracedBy,
        @Nullable Instant tracedAt) {

    /** @param label as on the form */
    record Field(String path, String label, long ours, long official, long difference) {}
}
