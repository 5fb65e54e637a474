package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.dispatch.DispatchContacts.Contact;
import id.deskpilkada.platform.NamedCache;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.sealing.SignedLinks;
import id.deskpilkada.platform.web.Network;
import io.github.bucket4j.Bucket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The links by which agencies answer without an account: signed, for one contact of one dispatch, and over after a while. */
@Component
class DispatchLinks {

    private static final String CACHE = "link-guesses";
    private static final int BYTES = Long.BYTES + 2 + Integer.BYTES;
    private static final int MINUTE = 60;
    private static final Duration REFILL = Duration.ofHours(1);

    private final SignedLinks signed;
    private final LinkSettings settings;
    private final Cache guesses;
    private final Audit audit;
    private final Clock clock;

    DispatchLinks(SignedLinks signed, LinkSettings settings, CacheManager caches, Audit audit, Clock clock) {
        this.signed = signed;
        this.settings = settings;
        this.guesses = Objects.requireNonNull(caches.getCache(CACHE));
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose link it is. */
    record Link(long dispatch, int position, int number, Instant expiresAt) {}

    String token(Contact contact) {
        var expires = clock.instant().plus(settings.linkLife()).getEpochSecond() / MINUTE;
        return signed.sign(ByteBuffer.allocate(BYTES)
                .putLong(contact.dispatchId())
                .put((byte) contact.position())
                .put((byte) contact.number())
                .putInt((int) expires)
                .array());
    }

    /**
     * Only what does not exist is counted and kept waiting: 128 bits cannot be guessed, and an agency behind the address of somebody who tries must get through.
     *
     * @param address of whoever asks
     * @throws Problem 404 {@code LINK_UNKNOWN}, 410 {@code LINK_EXPIRED}, 429 {@code TOO_MANY_ATTEMPTS}
     */
    Link open(String token, String address) {
        var content = signed.open(token).filter(bytes -> bytes.length == BYTES);
        if (content.isEmpty()) {
            if (!bucket(address).tryConsume(1)) {
                throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS");
            }
            Scope.system(
                    "incident",
                    () -> audit.record("dispatch-link.refused", null, null, Map.of("length", "" + token.length())));
            throw Problem.notFound("LINK_UNKNOWN");
        }
        var bytes = ByteBuffer.wrap(content.get());
        var link = new Link(
                bytes.getLong(), bytes.get(), bytes.get(), Instant.ofEpochSecond((long) bytes.getInt() * MINUTE));
        if (link.expiresAt().isBefore(clock.instant())) {
            throw Problem.of(HttpStatus.GONE, "LINK_EXPIRED");
        }
        return link;
    }

    private Bucket bucket(String address) {
        int most = settings.guesses();
        return Objects.requireNonNull(guesses.get(Network.of(address), () -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, REFILL))
                .build()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkSettings.class)
    static class Settings {

        /** Long enough for any bucket to have filled again when it is forgotten. */
        @Bean
        NamedCache linkGuesses() {
            return new NamedCache(CACHE, REFILL.plusMinutes(5), 100_000);
        }
    }
}
