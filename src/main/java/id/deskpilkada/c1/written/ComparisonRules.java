package id.deskpilkada.c1.written;

import id.deskpilkada.c1.written.RuleResult.Result;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** W10 to W12: the form beside other forms and beside its photos. */
final class ComparisonRules {

    private static final String VOTERS = "voters.total.total";

    private ComparisonRules() {}

    /**
     * In a special TPS the voters differ per race by right (prison, campus), so there is nothing to compare. What the other form says is not told: it may still
     * be undecided and its numbers withheld.
     */
    static RuleResult racesHaveTheSameVoters(C1Data data, C1Facts facts) {
        var finding = new Finding("W10", data);
        if (facts.specialTps() || facts.votersOfOtherRaces().isEmpty()) {
            return finding.lacksFact().result();
        }
        if (finding.has(List.of(VOTERS))) {
            var voters = finding.number(VOTERS);
            if (facts.votersOfOtherRaces().stream().anyMatch(others -> differ(voters, others))) {
                finding.fail(List.of(VOTERS), Long.toString(voters));
            }
        }
        return finding.result();
    }

    static RuleResult votesAreOfThisTpsOnly(C1Data data, C1Facts facts) {
        var finding = new Finding("W11", data);
        var votes = C1Fields.votes(facts.ballotNumbers());
        if (votes.isEmpty()) {
            return finding.lacksFact().result();
        }
        if (finding.has(votes) && facts.votesOfVillage().stream().anyMatch(other -> same(data, facts, other))) {
            var vector = votes.stream()
                    .map(vote -> Long.toString(finding.number(vote)))
                    .toList();
            finding.fail(votes, String.join(" / ", vector));
        }
        return finding.result();
    }

    static RuleResult everyPageHasItsOwnPhoto(C1Data data, C1Facts facts) {
        var pages = facts.pagesExpected();
        List<Object> arguments =
                List.of(facts.photoCount(), pages == null ? 0 : pages, facts.photoUsedElsewhere() ? 1 : 0);
        return new RuleResult("W12", photos(facts, pages), List.of(), arguments);
    }

    /** By more than 2 % of the larger race. */
    private static boolean differ(long voters, long others) {
        return Math.abs(voters - others) * 100 > Math.max(voters, others) * 2;
    }

    private static Result photos(C1Facts facts, @Nullable Integer pages) {
        if (facts.photoUsedElsewhere()) {
            return Result.FAILED;
        }
        if (pages == null) {
            return Result.NOT_CHECKABLE;
        }
        return facts.photoCount() < pages ? Result.FAILED : Result.PASSED;
    }

    private static boolean same(C1Data data, C1Facts facts, SortedMap<Integer, @Nullable Integer> other) {
        return facts.ballotNumbers().stream()
                .allMatch(number -> other.get(number) != null
                        && other.get(number).equals(data.votes().get(number)));
    }
}
