package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends a session that was left alone for too long or whose person holds other roles than when it was opened, and notes from time to time that one is in use. */
@Component
class SessionUse {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRows rows;
    private final Clock clock;

    SessionUse(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    boolean stands(String key, SessionRows.Row row, Actor actor) {
        var now = clock.instant();
        boolean idle = row.idleSeconds() != null && now.isAfter(row.lastUsedAt().plusSeconds(row.idleSeconds()));
        boolean otherRoles = row.roles() != null && !row.roles().equals(roles(actor));
        if (idle || otherRoles) {
            rows.delete(key);
            return false;
        }
        if (now.isAfter(row.lastUsedAt().plus(NOTED_EVERY)) && SessionOrigin.isUse()) {
            rows.note(key, Timestamp.from(now));
        }
        return true;
    }

    static String roles(Actor actor) {
        return Digests.sha256(actor.grants().stream().map(Grant::group).sorted().collect(Collectors.joining("\n")));
    }
}
