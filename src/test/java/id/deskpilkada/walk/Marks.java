package id.deskpilkada.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what was written in Baros in an answer. */
final class Marks {

    private static final int AROUND = 100;

    private static final List<Pattern> MARKS = List.of(
            Pattern.compile(MarkedDistricts.SECRET + "|rhs-|" + MarkedDistricts.SECRET_PHONE),
            Figures.marks(MarkedDistricts.SECRET_FIRST, MarkedDistricts.SECRET_SECOND),
            Figures.marks(MarkedDistricts.SECRET_HELD, MarkedDistricts.SECRET_HELD + 1));

    /** What differs from one answer to the next for reasons of its own. */
    private static final List<Pattern> FLEETING = List.of(
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?"),
            Pattern.compile("(?<=data-now=\")\\d+"),
            Pattern.compile("(?<=%20)\\d{2}[.:]\\d{2}\\b"),
            Pattern.compile("\\b\\d{1,2}[.:]\\d{2}([.:]\\d{2})?\\b"),
            Pattern.compile("\\b\\d+ (jam|menit|detik)\\b"),
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            Pattern.compile("(?<=name=\"_csrf\" value=\")[^\"]*"));

    private Marks() {}

    /** The first mark in an answer with what stands around it; what the caller wrote themselves is no news. */
    static Optional<String> found(String text, Collection<String> asked) {
        var told = text;
        for (var value : asked) {
            told = told.replace(value, "");
        }
        var searched = told;
        return MARKS.stream()
                .map(mark -> mark.matcher(searched))
                .filter(Matcher::find)
                .findFirst()
                .map(mark -> searched.substring(
                        Math.max(0, mark.start() - AROUND), Math.min(searched.length(), mark.end() + AROUND)));
    }

    static Collection<String> with(Collection<String> some, String more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** The answer without its headers, times, random ids and tokens. */
    static String lasting(String text) {
        var lasting = text;
        for (var fleeting : FLEETING) {
            lasting = fleeting.matcher(lasting).replaceAll("~");
        }
        return lasting;
    }

    /** Where two answers part. */
    static String difference(String before, String after) {
        var at = 0;
        while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return "..." + before.substring(Math.max(0, at - AROUND), Math.min(before.length(), at + AROUND)) + " became "
                + after.substring(at, Math.min(after.length(), at + AROUND));
    }
}
