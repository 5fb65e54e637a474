package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.CandidateColour;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.tally.TallyFigures;
import java.util.List;

/** One candidate's votes, in the order of the ballot: who leads is for readers to see, not for us to rank. */
record CandidateLine(int ballotNumber, String name, boolean emptyColumn, long votes, long valid, Bar bar) {

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
        var bar = Bar.of(valid, List.of(Bar.Part.coloured(votes, CandidateColour.of(candidate))));
        return new CandidateLine(
                candidate.ballotNumber(), candidate.name(), candidate.emptyColumn(), votes, valid, bar);
    }
}
