package id.deskpilkada.dashboard.votes;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.tally.TallyFigures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a race on the received basis: from every form that came and is not held.
 *
 * @param counted forms in the sums
 * @param expected forms of the whole region
 * @param votes in the order of the ballot: who leads is for readers to see
 * @param valid sum of the valid votes
 */
public record RaceVotes(RaceRef race, int counted, int expected, List<Line> votes, long valid) {

    private static final int ENOUGH_PERCENT = 5;

    /** A candidate by ballot number; the name as the import gives it. */
    public record Line(int ballotNumber, String name, long votes) {}

    /** @return null where these figures are withheld from the reader */
    static @Nullable RaceVotes of(RaceRef race, TallyFigures figures) {
        var votes = figures.votes();
        if (votes == null || Boolean.TRUE.equals(figures.withheld())) {
            return null;
        }
        return new RaceVotes(
                race,
                figures.counted(),
                figures.expected(),
                votes.stream()
                        .map(one -> new Line(one.ballotNumber(), one.name(), one.votes()))
                        .toList(),
                Objects.requireNonNullElse(figures.validVotes(), 0L));
    }

    /** Whether enough forms are in the sums for them to say anything. */
    public boolean enough() {
        return counted > 0 && counted * 100L >= expected * (long) ENOUGH_PERCENT;
    }
}
