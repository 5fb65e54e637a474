package id.deskpilkada.notification;

import java.time.Instant;
import java.util.UUID;

/** A channel has taken the message; whether it reaches the person is not known yet. Told in a transaction of the outbox, once. */
public record MessageSent(
        UUID message, String occasion, String template, String area, ChannelCode channel, Instant at) {}
