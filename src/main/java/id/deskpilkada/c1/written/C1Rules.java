package id.deskpilkada.c1.written;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The rules of Form C1. None of them blocks or changes what was copied; they decide what happens next. Errors (E) keep a form from becoming plainly verified,
 * warnings (W) ask for a look. W9 is reserved for numbers in words, which are not copied.
 */
public final class C1Rules {

    /** Votes of a form that fails one of these do not reach the received total. */
    private static final Set<String> HOLD_WHEN_FAILED = Set.of("E6", "E7", "E8", "E10");

    /** E8 is not among them: a blank number of used ballots says nothing about the votes. */
    private static final Set<String> HOLD_WHEN_NOT_CHECKABLE = Set.of("E6", "E7", "E10");

    private static final List<BiFunction<C1Data, C1Facts, RuleResult>> RULES = List.of(
            EqualityRules::menAndWomenMakeTheTotal,
            EqualityRules::listedVotersAreOnTheList,
            EqualityRules::votersAreTheirGroups,
            EqualityRules::everyBallotIsAccountedFor,
            EqualityRules::eachVoterUsedOneBallot,
            EqualityRules::validVotesAreTheCandidatesVotes,
            EqualityRules::validAndInvalidMakeTheTotal,
            EqualityRules::eachUsedBallotIsAVote,
            EqualityRules::disabledVotersAreVoters,
            PlausibilityRules::noFigureIsAbsurd,
            PlausibilityRules::receivedBallotsFitTheList,
            PlausibilityRules::listIsOfLegalSize,
            PlausibilityRules::votersHadBallots,
            PlausibilityRules::fewVotersFromOutsideTheList,
            PlausibilityRules::turnoutIsUsual,
            PlausibilityRules::fewInvalidVotes,
            PlausibilityRules::noCandidateHasAllOrNone,
            PlausibilityRules::listIsTheImportedOne,
            ComparisonRules::racesHaveTheSameVoters,
            ComparisonRules::votesAreOfThisTpsOnly,
            ComparisonRules::everyPageHasItsOwnPhoto);

    private C1Rules() {}

    /** One result per rule, E1 to W12 in order. */
    public static List<RuleResult> evaluate(C1Data data, C1Facts facts) {
        return RULES.stream().map(rule -> rule.apply(data, facts)).toList();
    }

    /** Whether the form's votes stay out of the received total until they are decided. */
    public static boolean holds(List<RuleResult> results) {
        return results.stream()
                .anyMatch(result -> result.failed() && HOLD_WHEN_FAILED.contains(result.code())
                        || result.notCheckable() && HOLD_WHEN_NOT_CHECKABLE.contains(result.code()));
    }

    static boolean anyErrorFailed(List<RuleResult> results) {
        return results.stream().anyMatch(result -> result.error() && result.failed());
    }

    /** No error found; what could not be checked counts neither way. */
    public static boolean consistent(List<RuleResult> results) {
        return !anyErrorFailed(results);
    }
}
