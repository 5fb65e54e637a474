package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.Staff;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The sessions of signed-in people. A token is worth the same as bearer token and as cookie, on every node, until it expires or somebody ends it. */
@Service
public class Sessions {

    private static final Duration ELECTION_DAY = Duration.ofHours(24);
    private static final Duration SHIFT = Duration.ofHours(12);
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SessionRows rows;
    private final Staff staff;
    private final Clock clock;

    Sessions(SessionRows rows, Staff staff, Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param token opaque, known to its holder only */
    record OpenSession(String token, Instant expiresAt) {}

    OpenSession open(Actor actor) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(lifetime(actor));
        rows.insert(digest(token), actor.id(), Timestamp.from(now), Timestamp.from(expiresAt));
        return new OpenSession(token, expiresAt);
    }

    /** The person of a session that has not ended, with the roles they hold now. */
    Optional<Actor> find(String token) {
        return rows.find(digest(token))
                .filter(row -> clock.instant().isBefore(row.expiresAt()))
                .flatMap(row -> staff.actor(row.staffId()));
    }

    void close(String token) {
        rows.delete(digest(token));
    }

    /** Signs a person out everywhere. */
    void closeAll(long staffId) {
        rows.deleteOf(staffId);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetExpired() {
        rows.deleteExpired(Timestamp.from(clock.instant()));
    }

    /** Those who can change the installation or look at all of it sign in for a shift, the field for election day and its night. */
    private static Duration lifetime(Actor actor) {
        return actor.may(Permission.WORK_IN_SHIFTS) ? SHIFT : ELECTION_DAY;
    }

    private static String digest(String token) {
        return Digests.sha256(token);
    }
}
