package id.deskpilkada.notification;

import java.time.Instant;
import java.util.UUID;

/** The message has reached its recipient: the gateway says so, or the person has marked it as read. Told in a transaction of the outbox, once. */
public record MessageDelivered(
        UUID message, String occasion, String template, String area, ChannelCode channel, Instant at) {}
