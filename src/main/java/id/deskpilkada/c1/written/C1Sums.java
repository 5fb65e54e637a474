package id.deskpilkada.c1.written;

import static java.util.stream.Collectors.groupingBy;

import id.deskpilkada.fieldreport.form.FormSum;
import id.deskpilkada.fieldreport.form.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which numbers of the form make which: rules E1 and E3 to E8, for the rules themselves and for whoever fills it in. */
final class C1Sums {

    static final List<String> COLUMNS = List.of(".male", ".female", ".total");
    static final String VOTERS_TOTAL = "voters.total.total";

    private static final String CANDIDATES = "E6";
    private static final Map<String, List<FormSum>> FIXED =
            fixed().stream().collect(groupingBy(sum -> String.valueOf(sum.rule())));

    private C1Sums() {}

    static List<FormSum> of(String rule, Collection<Integer> ballotNumbers) {
        return rule.equals(CANDIDATES)
                ? List.of(sum(CANDIDATES, "validVotes", C1Fields.votes(ballotNumbers)))
                : FIXED.getOrDefault(rule, List.of());
    }

    static List<FormSum> all(Collection<Integer> ballotNumbers) {
        var sums = new ArrayList<>(fixed());
        sums.addAll(of(CANDIDATES, ballotNumbers));
        return sums;
    }

    private static List<FormSum> fixed() {
        var sums = new ArrayList<FormSum>();
        C1Fields.LINES.keySet().forEach(line -> sums.add(sum("E1", line + ".total", line + ".male", line + ".female")));
        COLUMNS.forEach(column -> sums.add(sum(
                "E3",
                "voters.total" + column,
                "voters.listed" + column,
                "voters.movedIn" + column,
                "voters.unlisted" + column)));
        sums.add(sum("E4", "ballots.received", "ballots.used", "ballots.spoiled", "ballots.unused"));
        sums.add(sum("E5", "ballots.used", VOTERS_TOTAL));
        sums.add(sum("E7", "totalVotes", "validVotes", "invalidVotes"));
        sums.add(sum("E8", "totalVotes", "ballots.used"));
        return sums;
    }

    private static FormSum sum(String rule, String total, String... parts) {
        return sum(rule, total, List.of(parts));
    }

    private static FormSum sum(String rule, String total, List<String> parts) {
        return new FormSum(rule, Wording.key("c1.rule." + rule + ".name"), false, total, parts);
    }
}
