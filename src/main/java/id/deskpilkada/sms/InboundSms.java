package id.deskpilkada.sms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An SMS as it came in.
 *
 * @param id also that of the report it becomes
 * @param number E.164 where it can be a telephone number
 * @param staffId whose it is, where the desk has said so
 * @param attempts with this one
 */
public record InboundSms(
        UUID id,
        String number,
        String text,
        Instant sentAt,
        Instant receivedAt,
        @Nullable Long staffId,
        int attempts) {}
