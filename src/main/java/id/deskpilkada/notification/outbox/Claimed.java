package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.channel.Outgoing;
import java.util.UUID;

/**
 * A delivery that this worker holds until its lease is over.
 *
 * @param attempts with this one
 */
record Claimed(long delivery, UUID lease, int attempts, Outgoing outgoing) {}
