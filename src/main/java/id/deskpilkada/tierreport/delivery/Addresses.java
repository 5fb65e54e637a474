package id.deskpilkada.tierreport.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where an intake may be: only ever another machine, over TLS, so that nobody who may write a recipient down can make this machine talk to itself or to what its cloud keeps beside it.
 * A name that later leads elsewhere finds no certificate there that fits it.
 */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
class Addresses {

    private final boolean plain;

    Addresses(DeliverySettings settings) {
        this.plain = settings.plain();
    }

    /** Whether a text is scheme, host and port of an installation, and nothing more. */
    boolean isOrigin(String text) {
        try {
            var address = URI.create(text);
            boolean scheme = "https".equals(address.getScheme()) || plain && "http".equals(address.getScheme());
            return scheme
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawPath().isEmpty()
                    && (plain || !isLiteralOfOurs(address.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLiteralOfOurs(String host) {
        try {
            return host.equals("localhost") || host.matches("[0-9.]+|\\[.*]") && isOurs(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Whether it may be called now, looked up anew. @throws UnknownHostException when nobody knows the name */
    boolean mayBeCalled(URI address) throws UnknownHostException {
        return plain || Stream.of(InetAddress.getAllByName(address.getHost())).noneMatch(Addresses::isOurs);
    }

    private static boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }
}
