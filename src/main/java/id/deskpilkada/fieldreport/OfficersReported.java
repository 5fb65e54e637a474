package id.deskpilkada.fieldreport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the day told how the officers of a TPS are, or since when they are on duty; published in the transaction that takes it, when that is new.
 *
 * @param tps 13 digits
 * @param actorId who told it
 */
public record OfficersReported(
        long roundId,
        String tps,
        @Nullable OfficersCondition condition,
        @Nullable Instant onDutySince,
        long actorId,
        Instant at) {}
