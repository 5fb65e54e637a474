package id.deskpilkada.dashboard.wall;

import id.deskpilkada.dashboard.day.DayView;
import id.deskpilkada.dashboard.day.DayViews;
import id.deskpilkada.dashboard.day.RaceLine;
import id.deskpilkada.dashboard.publicview.VotesOpening;
import id.deskpilkada.dashboard.votes.RaceVotes;
import id.deskpilkada.dashboard.votes.ShownVotes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.screen.WallScreen;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the wall together: the day of the whole installation, read as nobody, and votes as far as whoever opened the screen may read them and it is time. */
@Component
class WallViews {

    private final DayViews days;
    private final ShownVotes votes;
    private final VotesOpening opening;
    private final Clock clock;

    WallViews(DayViews days, ShownVotes votes, VotesOpening opening, Clock clock) {
        this.days = days;
        this.votes = votes;
        this.opening = opening;
        this.clock = clock;
    }

    /** Empty while no round has been started. */
    Optional<WallView> of(WallScreen screen) {
        return days.ofInstallation(screen.election(), screen.round())
                .map(day -> Scope.system("wall", () -> view(day, screen)));
    }

    private WallView view(DayView day, WallScreen screen) {
        var tiles = WallTile.of(day.children());
        if (!screen.withVotes() || !screen.opener().may(Permission.READ_VOTES, place(day))) {
            return new WallView(day, tiles, List.of(), null);
        }
        var from = opening.of(day.stand().round());
        return clock.instant().isBefore(from)
                ? new WallView(day, tiles, List.of(), from)
                : new WallView(day, tiles, votes(day, screen), null);
    }

    private List<RaceVotes> votes(DayView day, WallScreen screen) {
        return votes.of(
                day.stand().round(), day.races().stream().map(RaceLine::race).toList(), place(day), screen.opener());
    }

    private static String place(DayView day) {
        return day.here().code();
    }
}
