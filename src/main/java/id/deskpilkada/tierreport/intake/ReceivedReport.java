package id.deskpilkada.tierreport.intake;

import java.time.Instant;

/**
 * A report of an installation below, without its texts.
 *
 * @param area digits of the region that sent it
 * @param digest of the snapshot
 */
public record ReceivedReport(
        long id,
        String receiptId,
        String area,
        String election,
        String round,
        String slot,
        int version,
        String code,
        String digest,
        Instant slotDueAt,
        Instant receivedAt) {}
