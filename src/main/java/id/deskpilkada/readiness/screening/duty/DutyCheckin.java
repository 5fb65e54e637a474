package id.deskpilkada.readiness.screening.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter tells of the officers of a TPS.
 *
 * @param id chosen by the sender, so that the same one again is no second one
 * @param onDutySince when the shift began; null when this says nothing about it
 */
record DutyCheckin(
        UUID id,
        String tps,
        @Nullable Instant onDutySince,
        Condition condition,
        @Nullable String election,
        @Nullable String round) {

    enum Condition {
        HEALTHY,
        TIRED,
        MILDLY_ILL,
        NEEDS_AMBULANCE
    }
}
