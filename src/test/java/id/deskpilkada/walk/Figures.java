package id.deskpilkada.walk;

import java.util.regex.Pattern;

/** Forms whose numbers cannot be mistaken for anything else in an answer. */
final class Figures {

    private static final String FORM =
            """
            {"form": "PLANO", "dpt": {"male": %1$d, "female": %2$d, "total": %3$d},
             "votes": {"1": %4$d, "2": %5$d}, "validVotes": %6$d, "invalidVotes": 3, "totalVotes": %7$d}""";

    private Figures() {}

    /** A form with these votes; none of its other numbers repeats in another form with other votes. */
    static String form(int first, int second) {
        return FORM.formatted(
                first - 1, second - 1, first + second - 2, first, second, first + second, first + second + 3);
    }

    /** What somebody types who knows nothing of the paper. */
    static String ofAStranger() {
        return form(11, 12);
    }

    /** The numbers of such a form that give it away, standing alone and not as part of a time, an id or a length. */
    static Pattern marks(int first, int second) {
        return Pattern.compile("(?<![\\w.-])(%d|%d|%d|%d)(?![\\w-]|\\.\\d)"
                .formatted(first, second, first + second, first + second + 3));
    }
}
