package id.deskpilkada.notification.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works off the outbox.
 *
 * @param baseUrl address under which people reach this installation, for links in e-mails and SMS; without it they carry none
 * @param workers threads for each channel: a gateway that hangs occupies its own only, and one that takes 200 ms for each message still takes some 30 a second
 * @param poll how often they look for messages that other nodes stored
 * @param lease after which a node that took a message and never came back counts as dead; longer than any call
 * @param keep how long messages and their traces are kept
 */
@ConfigurationProperties("desk.notification")
public record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String baseUrl,
        @DefaultValue("8") int workers,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("365d") Duration keep) {

    /** What the outbox's own work is called where work is named. */
    public static final String WORK = "notifications";
}
