package id.deskpilkada.sms.grammar;

import id.deskpilkada.election.RaceKind;
import id.deskpilkada.sms.grammar.Said.C1;
import id.deskpilkada.sms.grammar.Said.Total;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Form C1 as a message that a program writes and a person could: with the letter of the polling station and the digit over all its numbers. */
public final class C1Text {

    private C1Text() {}

    /** @param tps 13 digits */
    public static String write(String tps, RaceKind race, SortedMap<Integer, Integer> votes, Totals totals) {
        var candidates = votes.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue());
        var sums = Stream.of(Total.values())
                .filter(total -> totals.of(total) != null)
                .map(total -> total.word() + " " + totals.of(total));
        var numbers = Stream.concat(candidates, sums).collect(Collectors.joining(" "));
        return "C1 " + tps + Damm.letter(tps) + " " + race + " " + numbers + " #" + digit(tps, race, votes, totals);
    }

    /** Whether the digit that a message shows is that of its numbers. */
    public static boolean agrees(C1 said, String tps, RaceKind race) {
        return said.check() != null && said.check() == digit(tps, race, said.votes(), said.totals()::get);
    }

    /** Over the code, the race, and each number with its name in front, in the order of the form. */
    static int digit(String tps, RaceKind race, SortedMap<Integer, Integer> votes, Totals totals) {
        var digits = new StringBuilder(tps).append(race.ordinal());
        votes.forEach((number, count) -> digits.append("%02d%04d".formatted(number, count)));
        for (var total : Total.values()) {
            var number = totals.of(total);
            if (number != null) {
                digits.append("%d%04d".formatted(total.ordinal() + 1, number));
            }
        }
        return Damm.digit(digits.toString());
    }

    /** The sums of a form; null for one that is blank. */
    @FunctionalInterface
    public interface Totals {
        @org.jspecify.annotations.Nullable
        Integer of(Total total);
    }
}
