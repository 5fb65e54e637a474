package id.deskpilkada.staff.screen;

import id.deskpilkada.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screen that is open now.
 *
 * @param election code, null where it shows the round that is under way, as is {@code round}
 * @param withVotes whether whoever opened it wanted votes on it
 * @param opener whoever opened it, with the roles they hold now
 */
public record WallScreen(
        UUID id,
        String name,
        @Nullable String election,
        @Nullable String round,
        boolean withVotes,
        Instant expiresAt,
        Actor opener) {}
