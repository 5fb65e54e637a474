package id.deskpilkada.notification.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server. Without a host the installation sends no e-mail.
 *
 * @param from sender's address
 * @param startTls required unless the server is reached by {@code ssl} or the network is trusted
 * @param timeout for connecting, and for each answer of the server
 * @param call after which an attempt is given up as a whole
 */
@ConfigurationProperties("desk.notification.email")
public record EmailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("false") boolean ssl,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration call,
        @DefaultValue("6") int attempts,
        @DefaultValue("20s") Duration firstWait,
        @DefaultValue("10m") Duration longestWait) {

    boolean complete() {
        return !host.isBlank() && !from.isBlank();
    }

    Patience patience() {
        return new Patience(call, attempts, firstWait, longestWait);
    }
}
