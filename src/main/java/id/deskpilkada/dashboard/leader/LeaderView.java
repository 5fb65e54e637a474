package id.deskpilkada.dashboard.leader;

import id.deskpilkada.dashboard.day.DayView;
import id.deskpilkada.dashboard.votes.RaceVotes;
import id.deskpilkada.election.RaceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day at a glance.
 *
 * @param votes by race; empty where the reader must not know them
 */
record LeaderView(DayView day, Verdict verdict, List<RaceVotes> votes) {

    public @Nullable RaceVotes votesOf(RaceRef race) {
        return votes.stream()
                .filter(one -> one.race().id() == race.id())
                .findFirst()
                .orElse(null);
    }
}
