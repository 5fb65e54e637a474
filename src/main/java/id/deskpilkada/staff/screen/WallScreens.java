package id.deskpilkada.staff.screen;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.GuessLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds out which wall screen calls. A screen is nobody: its key never makes a request one of a person. */
@Service
public class WallScreens {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final ScreenRows rows;
    private final Staff staff;
    private final Regions regions;
    private final GuessLimit guesses;
    private final Audit audit;
    private final Clock clock;

    WallScreens(ScreenRows rows, Staff staff, Regions regions, GuessLimit guesses, Audit audit, Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.regions = regions;
        this.guesses = guesses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The screen whose key a request carries, while it is open and whoever opened it may still show the wall. A right key is always let in, however much somebody behind the
     * same address has guessed: it cannot be guessed, and a wall must not go dark for that.
     *
     * @throws id.deskpilkada.platform.Problem 429 {@code TOO_MANY_ATTEMPTS} for one more wrong key
     */
    public Optional<WallScreen> of(HttpServletRequest request) {
        return ScreenKey.of(request).flatMap(key -> {
            var row = rows.find(ScreenKey.digest(key));
            if (row.isEmpty()) {
                guesses.refuseIfSpent(request.getRemoteAddr());
                guesses.spend(request.getRemoteAddr());
            }
            return row.flatMap(this::open);
        });
    }

    private Optional<WallScreen> open(ScreenRows.Row row) {
        var now = clock.instant();
        if (row.endedAt() != null || !now.isBefore(row.expiresAt())) {
            return Optional.empty();
        }
        var opener = staff.actor(row.openedBy()).filter(this::mayShow);
        if (opener.isEmpty()) {
            end(row, now);
            return Optional.empty();
        }
        note(row, now);
        return opener.map(person -> new WallScreen(
                row.id(), row.name(), row.election(), row.round(), row.withVotes(), row.expiresAt(), person));
    }

    /** Whether somebody may open walls of this installation. */
    boolean mayShow(Actor actor) {
        return actor.may(Permission.SHOW_WALL, regions.installation().code());
    }

    /** For good: a screen does not light up again because its person comes back. */
    private void end(ScreenRows.Row row, Instant now) {
        if (rows.end(row.id(), now, null)) {
            audit.record("wall-screen.ended", "wall-screen/" + row.id(), null, Map.of("reason", "permission lost"));
        }
    }

    private void note(ScreenRows.Row row, Instant now) {
        var seen = row.seenAt();
        if (seen == null || now.isAfter(seen.plus(NOTED_EVERY))) {
            rows.seen(row.hash(), now);
        }
    }
}
