package id.deskpilkada.c1.written;

import id.deskpilkada.c1.written.RuleResult.Result;
import java.util.List;
import java.util.SortedMap;

/** What is known around the clean form: a regular Pilkada TPS of 300 voters, two pairs, two pages and both photographed. */
record C1RulesFixture(C1Facts facts) {

    static final C1RulesFixture PILKADA = new C1RulesFixture(new C1Facts(
            C1Facts.Law.PILKADA, List.of(1, 2), 300, 2, 2, false, List.of(214), List.of(votes(10, 200)), false));

    private static SortedMap<Integer, Integer> votes(Integer... votes) {
        return C1DataFixture.votes(votes);
    }

    C1RulesFixture law(C1Facts.Law law, Integer... ballotNumbers) {
        return copy(
                law,
                List.of(ballotNumbers),
                facts.importedDptTotal(),
                facts.photoCount(),
                facts.pagesExpected(),
                facts.specialTps());
    }

    C1RulesFixture imported(Integer dpt) {
        return copy(
                facts.law(), facts.ballotNumbers(), dpt, facts.photoCount(), facts.pagesExpected(), facts.specialTps());
    }

    C1RulesFixture photos(int count, Integer pages) {
        return copy(facts.law(), facts.ballotNumbers(), facts.importedDptTotal(), count, pages, facts.specialTps());
    }

    C1RulesFixture special() {
        return copy(
                facts.law(),
                facts.ballotNumbers(),
                facts.importedDptTotal(),
                facts.photoCount(),
                facts.pagesExpected(),
                true);
    }

    C1RulesFixture otherRaces(Integer... voters) {
        return neighbours(List.of(voters), facts.votesOfVillage(), facts.photoUsedElsewhere());
    }

    C1RulesFixture village(List<SortedMap<Integer, Integer>> votes) {
        return neighbours(facts.votersOfOtherRaces(), votes, facts.photoUsedElsewhere());
    }

    C1RulesFixture photoUsedElsewhere() {
        return neighbours(facts.votersOfOtherRaces(), facts.votesOfVillage(), true);
    }

    List<RuleResult> evaluate(C1Data data) {
        return C1Rules.evaluate(data, facts);
    }

    RuleResult rule(String code, C1Data data) {
        return rule(code, evaluate(data));
    }

    Result result(String code, C1Data data) {
        return rule(code, data).result();
    }

    static RuleResult rule(String code, List<RuleResult> results) {
        return results.stream()
                .filter(result -> result.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(List<RuleResult> results, Result wanted) {
        return results.stream()
                .filter(result -> result.result() == wanted)
                .map(RuleResult::code)
                .toList();
    }

    private C1RulesFixture copy(
            C1Facts.Law law, List<Integer> numbers, Integer dpt, int photos, Integer pages, boolean special) {
        return new C1RulesFixture(new C1Facts(
                law,
                numbers,
                dpt,
                photos,
                pages,
                special,
                facts.votersOfOtherRaces(),
                facts.votesOfVillage(),
                facts.photoUsedElsewhere()));
    }

    private C1RulesFixture neighbours(
            List<Integer> voters, List<SortedMap<Integer, Integer>> votes, boolean photoUsedElsewhere) {
        return new C1RulesFixture(new C1Facts(
                facts.law(),
                facts.ballotNumbers(),
                facts.importedDptTotal(),
                facts.photoCount(),
                facts.pagesExpected(),
                facts.specialTps(),
                voters,
                votes,
                photoUsedElsewhere));
    }
}
