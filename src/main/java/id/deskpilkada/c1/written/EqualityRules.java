package id.deskpilkada.c1.written;

/** E1 to E9: the form agrees with itself. Every line and column that a rule names counts on its own. */
final class EqualityRules {

    private EqualityRules() {}

    static RuleResult menAndWomenMakeTheTotal(C1Data data, C1Facts facts) {
        return sums("E1", data, facts);
    }

    static RuleResult listedVotersAreOnTheList(C1Data data, C1Facts facts) {
        var finding = new Finding("E2", data);
        C1Sums.COLUMNS.forEach(column -> finding.atMost("voters.listed" + column, "dpt" + column));
        return finding.result();
    }

    static RuleResult votersAreTheirGroups(C1Data data, C1Facts facts) {
        return sums("E3", data, facts);
    }

    static RuleResult everyBallotIsAccountedFor(C1Data data, C1Facts facts) {
        return sums("E4", data, facts);
    }

    static RuleResult eachVoterUsedOneBallot(C1Data data, C1Facts facts) {
        return sums("E5", data, facts);
    }

    static RuleResult validVotesAreTheCandidatesVotes(C1Data data, C1Facts facts) {
        return sums("E6", data, facts);
    }

    static RuleResult validAndInvalidMakeTheTotal(C1Data data, C1Facts facts) {
        return sums("E7", data, facts);
    }

    static RuleResult eachUsedBallotIsAVote(C1Data data, C1Facts facts) {
        return sums("E8", data, facts);
    }

    static RuleResult disabledVotersAreVoters(C1Data data, C1Facts facts) {
        return new Finding("E9", data)
                .atMost("disabledVoters.total", C1Sums.VOTERS_TOTAL)
                .result();
    }

    private static RuleResult sums(String rule, C1Data data, C1Facts facts) {
        var finding = new Finding(rule, data);
        C1Sums.of(rule, facts.ballotNumbers()).forEach(sum -> finding.equal(sum.total(), sum.parts()));
        return finding.result();
    }
}
