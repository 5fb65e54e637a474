package id.deskpilkada.tierreport.compile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as in the version before.
 *
 * @param what path of the figure, e.g. {@code races[BUPATI].byReceived.validVotes}
 * @param old null where there was nothing
 * @param now null where nothing is left; {@code new} in JSON
 * @param why which forms, reports or parts changed, in Indonesian; empty where only the passing of time explains it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String what,
        @Nullable String old,
        @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String now,
        List<String> why) {}
