package id.deskpilkada.c1;

import java.util.List;

/** E1 to E9: the form agrees with itself. Every line and column that a rule names counts on its own. */
final class EqualityRules {

    private static final List<String> COLUMNS = List.of(".male", ".female", ".total");
    private static final String VOTERS_TOTAL = "voters.total.total";

    private EqualityRules() {}

    static RuleResult menAndWomenMakeTheTotal(C1Data data, C1Facts facts) {
        var finding = new Finding("E1", data);
        C1Fields.LINES
                .keySet()
                .forEach(line -> finding.equal(line + ".total", List.of(line + ".male", line + ".female")));
        return finding.result();
    }

    static RuleResult listedVotersAreOnTheList(C1Data data, C1Facts facts) {
        var finding = new Finding("E2", data);
        COLUMNS.forEach(column -> finding.atMost("voters.listed" + column, "dpt" + column));
        return finding.result();
    }

    static RuleResult votersAreTheirGroups(C1Data data, C1Facts facts) {
        var finding = new Finding("E3", data);
        COLUMNS.forEach(column -> finding.equal(
                "voters.total" + column,
                List.of("voters.listed" + column, "voters.movedIn" + column, "voters.unlisted" + column)));
        return finding.result();
    }

    static RuleResult everyBallotIsAccountedFor(C1Data data, C1Facts facts) {
        return new Finding("E4", data)
                .equal("ballots.received", List.of("ballots.used", "ballots.spoiled", "ballots.unused"))
                .result();
    }

    static RuleResult eachVoterUsedOneBallot(C1Data data, C1Facts facts) {
        return new Finding("E5", data)
                .equal("ballots.used", List.of(VOTERS_TOTAL))
                .result();
    }

    static RuleResult validVotesAreTheCandidatesVotes(C1Data data, C1Facts facts) {
        return new Finding("E6", data)
                .equal("validVotes", C1Fields.votes(facts.ballotNumbers()))
                .result();
    }

    static RuleResult validAndInvalidMakeTheTotal(C1Data data, C1Facts facts) {
        return new Finding("E7", data)
                .equal("totalVotes", List.of("validVotes", "invalidVotes"))
                .result();
    }

    static RuleResult eachUsedBallotIsAVote(C1Data data, C1Facts facts) {
        return new Finding("E8", data)
                .equal("totalVotes", List.of("ballots.used"))
                .result();
    }

    static RuleResult disabledVotersAreVoters(C1Data data, C1Facts facts) {
        return new Finding("E9", data)
                .atMost("disabledVoters.total", VOTERS_TOTAL)
                .result();
    }
}
