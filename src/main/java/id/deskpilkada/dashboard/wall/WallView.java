package id.deskpilkada.dashboard.wall;

import id.deskpilkada.dashboard.day.DayView;
import id.deskpilkada.dashboard.votes.RaceVotes;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the wall shows.
 *
 * @param votes by race; empty where the screen shows none
 * @param votesFrom when votes come; null where they are shown already or not wanted
 */
record WallView(DayView day, List<WallTile> tiles, List<RaceVotes> votes, @Nullable Instant votesFrom) {

    /** Whether forms are what matters now; until the polls close it is the reports of the slots. */
    public boolean counting() {
        var phase = day.moment().phase();
        return phase == RoundPhase.COUNTING || phase == RoundPhase.CLOSED;
    }

    public @Nullable RaceVotes votesOf(RaceRef race) {
        return votes.stream()
                .filter(one -> one.race().id() == race.id())
                .findFirst()
                .orElse(null);
    }

    /** The states that the key explains. */
    public List<TileState> states() {
        return List.of(TileState.LATE, TileState.WAITING, TileState.DONE);
    }

    /** Reports of other slots that are late as well. */
    public int lateElsewhere() {
        return Math.max(0, day.late().overdue() - day.here().late());
    }
}
