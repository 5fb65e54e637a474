package id.deskpilkada.c1;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.RuleResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form as its reader may see it.
 *
 * @param withheld the form is undecided and the reader could be the one who verifies it: no numbers and no rule results
 * @param photos SHA-256 of each photo that has arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record C1View(
        String disclaimer,
        String election,
        String round,
        String race,
        String tps,
        C1State state,
        boolean withheld,
        List<VersionView> versions,
        List<String> photos,
        @Nullable Integer decidedVersion,
        int repeats) {

    /** @param reporter username of whose copy it is; {@code enteredBy} of who typed it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionView(
            int no,
            String origin,
            C1Data data,
            String source,
            String reporter,
            String enteredBy,
            @Nullable String reason,
            Instant capturedAt,
            List<RuleView> rules) {}

    public record RuleView(String code, RuleResult.Result result, List<String> fields, String message) {}
}
