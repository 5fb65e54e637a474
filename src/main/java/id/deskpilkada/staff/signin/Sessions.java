package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Staff;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The sessions of signed-in people. A token is worth the same as bearer token and as cookie, on every node, until it expires or somebody ends it. */
@Service
public class Sessions {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SessionRows rows;
    private final Staff staff;
    private final SessionLife life;
    private final SessionUse use;
    private final SignInRecord record;
    private final Clock clock;

    Sessions(SessionRows rows, Staff staff, SessionLife life, SessionUse use, SignInRecord record, Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.life = life;
        this.use = use;
        this.record = record;
        this.clock = clock;
    }

    /** @param token opaque, known to its holder only */
    record OpenSession(String token, Instant expiresAt) {}

    OpenSession open(Actor actor) {
        return open(actor, clock.instant()).orElseThrow();
    }

    /** @param provedAt when the person proved who they are: the life of the session counts from there; nothing once it is over */
    Optional<OpenSession> open(Actor actor, Instant provedAt) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = provedAt.truncatedTo(ChronoUnit.SECONDS).plus(life.of(actor));
        return now.isBefore(expiresAt) ? Optional.of(open(actor, now, expiresAt)) : Optional.empty();
    }

    private OpenSession open(Actor actor, Instant now, Instant expiresAt) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.insert(
                key(token),
                actor.id(),
                Timestamp.from(now),
                Timestamp.from(expiresAt),
                life.idleSeconds(actor),
                SessionUse.roles(actor));
        record.entered(actor);
        return new OpenSession(token, expiresAt);
    }

    /** The person of a session that has not ended, with the roles they hold now. */
    Optional<Actor> find(String token) {
        var key = key(token);
        return rows.find(key)
                .filter(row -> clock.instant().isBefore(row.expiresAt()))
                .flatMap(row -> staff.actor(row.staffId()).filter(actor -> use.stands(key, row, actor)));
    }

    void close(String token) {
        find(token).ifPresent(record::left);
        rows.delete(key(token));
    }

    void closeByKey(String key) {
        rows.find(key).flatMap(row -> staff.actor(row.staffId())).ifPresent(record::left);
        rows.delete(key);
    }

    /** Signs a person out everywhere. */
    void closeAll(long staffId) {
        rows.deleteOf(staffId);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetExpired() {
        rows.deleteExpired(Timestamp.from(clock.instant()));
    }

    /** By which a session is known here. */
    static String key(String token) {
        return Digests.sha256(token);
    }
}
