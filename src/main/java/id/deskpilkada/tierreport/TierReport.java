package id.deskpilkada.tierreport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the report of a slot; it never changes.
 *
 * @param code by which anybody may ask whether it is genuine, {@code XXXX-XXXX-XXXX-XXXX}
 * @param area digits of the district or regency
 * @param reason why it was given back or corrected; null for the first version
 * @param compiledAt when its figures were frozen
 * @param ledgerSeq the last report of the ledger before that moment
 * @param digest SHA-256 of the snapshot, 64 hexadecimal digits
 */
public record TierReport(
        long id,
        String code,
        long roundId,
        String slot,
        String area,
        TierLevel level,
        int version,
        TierCause cause,
        @Nullable String reason,
        boolean requiresSignature,
        Instant slotDueAt,
        Instant compiledAt,
        long ledgerSeq,
        String digest) {}
