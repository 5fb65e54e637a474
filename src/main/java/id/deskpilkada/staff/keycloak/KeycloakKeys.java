package id.deskpilkada.staff.keycloak;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/** The keys by which Keycloak signs: fetched when first needed, asked for again every few minutes, and good for hours while Keycloak is away. */
final class KeycloakKeys {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int LARGEST_BYTES = 200_000;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(24);

    private KeycloakKeys() {}

    static JWKSource<SecurityContext> at(String address, RememberedKeys remembered) {
        try {
            var url = URI.create(address).toURL();
            var direct = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_BYTES);
            return JWKSourceBuilder.create(url, new Remembering(direct, remembered))
                    .cache(FRESH.toMillis(), WAIT.toMillis())
                    .rateLimited(WAIT.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Not an address: " + address, e);
        }
    }

    /** Keeps what it fetched for nodes that start while Keycloak is away. */
    private record Remembering(ResourceRetriever direct, RememberedKeys remembered) implements ResourceRetriever {

        @Override
        public Resource retrieveResource(URL url) throws IOException {
            try {
                var fetched = direct.retrieveResource(url);
                remembered.keep(url.toString(), fetched.getContent());
                return fetched;
            } catch (IOException away) {
                var known = remembered.find(url.toString(), OUTAGE).orElseThrow(() -> away);
                return new Resource(known, "application/json");
            }
        }
    }
}
