package id.deskpilkada.staff.screen;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.SessionOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens wall screens, lists them and ends them. They belong to the desk: whoever may open one sees and ends all. */
@Service
class OpenScreens {

    private static final int LONGEST_NAME = 60;

    private final ScreenRows rows;
    private final WallScreens screens;
    private final Staff staff;
    private final Regions regions;
    private final SystemTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    OpenScreens(
            ScreenRows rows,
            WallScreens screens,
            Staff staff,
            Regions regions,
            SystemTransactions transactions,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.screens = screens;
        this.staff = staff;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody wants to open.
     *
     * @param life one of {@link ScreenLife#CHOICES}, or hours from 1 to 48
     * @param election code; null for the round that is under way, as is {@code round}
     */
    record Wish(String name, String life, boolean withVotes, @Nullable String election, @Nullable String round) {}

    /** @param key known to the screen's browser only */
    record Opened(String key, Instant openedAt, Instant expiresAt) {}

    /**
     * A screen in the list.
     *
     * @param by name of who opened it
     * @param endedBy name of who ended it; null where nobody did
     */
    record Line(ScreenRows.Row row, String by, boolean over, @Nullable String endedBy) {}

    /** @throws Problem 403 {@code FORBIDDEN}, 422 {@code SCREEN_NAME} for none or a long one, {@code SCREEN_LIFE} for a wrong time */
    Opened open(Wish wish, Actor actor) {
        require(actor);
        var name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.unprocessable("SCREEN_NAME", LONGEST_NAME);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = ScreenLife.end(wish.life(), now, regions.zone());
        boolean votes = wish.withVotes()
                && actor.may(Permission.READ_VOTES, regions.installation().code());
        var key = ScreenKey.fresh();
        var origin = SessionOrigin.now();
        var row = new ScreenRows.Row(
                UUID.randomUUID(),
                ScreenKey.digest(key),
                name,
                wish.election(),
                wish.round(),
                votes,
                actor.id(),
                now,
                end,
                null,
                origin.address(),
                origin.device(),
                null,
                null);
        transactions.write("wall-screens", () -> {
            rows.insert(row, regions.installation().area());
            audit.record(
                    "wall-screen.opened",
                    "wall-screen/" + row.id(),
                    null,
                    Map.of("name", name, "until", end.toString(), "votes", Boolean.toString(votes)));
        });
        return new Opened(key, now, end);
    }

    List<Line> list(Actor actor) {
        require(actor);
        var now = clock.instant();
        return rows.all().stream()
                .map(row -> new Line(
                        row,
                        staff.name(row.openedBy()),
                        row.endedAt() != null || !now.isBefore(row.expiresAt()),
                        row.endedBy() == null ? null : staff.name(row.endedBy())))
                .toList();
    }

    /** @throws Problem 403 {@code FORBIDDEN}, 404 {@code NOT_FOUND} for one that is not there or has ended before */
    void end(UUID id, Actor actor) {
        require(actor);
        transactions.write("wall-screens", () -> {
            if (!rows.end(id, clock.instant(), actor.id())) {
                throw Problem.notFound("NOT_FOUND");
            }
            audit.record("wall-screen.revoked", "wall-screen/" + id, null, Map.of());
        });
    }

    private void require(Actor actor) {
        if (!screens.mayShow(actor)) {
            throw Problem.forbidden("FORBIDDEN");
        }
    }
}
