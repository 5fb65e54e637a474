package id.deskpilkada.election.decision;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import id.deskpilkada.election.setup.ElectionRequest.SlotRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as a caller sends it; every part may be missing or wrong until {@link DecisionCheck} has read it. Dates are ISO 8601, times with offset. */
public record DecisionRequest(
        @Nullable String kind,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable List<@Nullable String> tps,
        @Nullable String day,
        @Nullable List<@Nullable SlotRequest> schedule,
        @Nullable String closesAt,
        @Nullable String note) {

    /** Without blanks around it and with the TPS in order, so that the same decision written another way is the same. */
    DecisionRequest tidy() {
        return new DecisionRequest(
                strip(kind),
                strip(number),
                strip(decidedOn),
                tps == null
                        ? null
                        : tps.stream()
                                .distinct()
                                .sorted(nullsFirst(naturalOrder()))
                                .toList(),
                strip(day),
                schedule,
                strip(closesAt),
                strip(note));
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
