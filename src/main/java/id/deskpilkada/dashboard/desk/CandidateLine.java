package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.tally.TallyFigures;
import java.util.List;

/** One candidate's votes, in the order of the ballot: who leads is for readers to see, not for us to rank. */
record CandidateLine(int ballotNumber, String name, boolean emptyColumn, long votes, long valid, Bar bar) {

    private static final List<String> COLOURS =
            List.of("#2f6db3", "#c2571a", "#5b8c2a", "#8a4fb0", "#0f8b8d", "#b0335f", "#8a6d1d", "#4a5a6a");
    private static final String EMPTY_COLUMN = "#8b949e";

    static List<CandidateLine> of(RaceRef race, TallyFigures figures) {
        var votes = figures.votes();
        Long valid = figures.validVotes();
        if (votes == null || valid == null) {
            return List.of();
        }
        return race.candidates().stream()
                .map(candidate -> line(candidate, votes, valid))
                .toList();
    }

    private static CandidateLine line(CandidateRef candidate, List<TallyFigures.CandidateVotes> all, long valid) {
        long votes = all.stream()
                .filter(one -> one.ballotNumber() == candidate.ballotNumber())
                .mapToLong(TallyFigures.CandidateVotes::votes)
                .sum();
        var bar = Bar.of(valid, List.of(Bar.Part.coloured(votes, colour(candidate))));
        return new CandidateLine(
                candidate.ballotNumber(), candidate.name(), candidate.emptyColumn(), votes, valid, bar);
    }

    private static String colour(CandidateRef candidate) {
        String chosen = candidate.colour();
        if (chosen != null && chosen.matches("#[0-9A-Fa-f]{6}")) {
            return chosen;
        }
        return candidate.emptyColumn() ? EMPTY_COLUMN : COLOURS.get((candidate.ballotNumber() - 1) % COLOURS.size());
    }
}
