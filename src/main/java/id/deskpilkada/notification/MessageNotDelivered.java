package id.deskpilkada.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Every channel has failed for good: somebody has to call. Told in a transaction of the outbox, once each time that happens.
 *
 * @param reason of the last failure, e.g. {@code NO_ADDRESS}, {@code WRONG_PHONE_NUMBER}, {@code GATEWAY_REFUSED}
 */
public record MessageNotDelivered(
        UUID message, String occasion, String template, String area, String reason, Instant at) {}
