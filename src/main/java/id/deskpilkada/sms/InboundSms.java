package id.deskpilkada.sms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An SMS as it came in.
 *
 * @param id also that of the report it becomes
 * @param number E.164 where it can be a telephone number
 * @param sentAt when it was sent, or when its sender wrote it where that is known
 * @param staffId whose it is, where the desk has said so
 * @param assignedBy who of the desk has said so
 * @param attempts with this one
 */
public record InboundSms(
        UUID id,
        String number,
        String text,
        Instant sentAt,
        Instant receivedAt,
        @Nullable Long staffId,
        @Nullable Long assignedBy,
        int attempts) {

    /** The same message, known to be written at another time than it was sent. */
    public InboundSms written(Instant at) {
        return new InboundSms(id, number, text, at, receivedAt, staffId, assignedBy, attempts);
    }
}
