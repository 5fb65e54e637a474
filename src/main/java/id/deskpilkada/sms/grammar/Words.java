package id.deskpilkada.sms.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words and numbers of a message, one after the other; what stands between them is of no matter. */
final class Words {

    private static final Pattern WHOLE_CODE =
            Pattern.compile("\\b(\\d{2})\\.(\\d{2})\\.(\\d{2})\\.(\\d{4})[./ -]?(\\d{3})\\b");
    /** Written for the digit in a number. */
    private static final Pattern LETTER_O = Pattern.compile("(?<=\\d)[Oo](?![A-Za-z])");

    /** Men and women with the label behind the number: {@code 45L 50P}. */
    private static final Pattern LABEL_BEHIND = Pattern.compile("(?<=\\b)(\\d+)([LlPp])\\b");

    private static final Pattern WITH_TIMES = Pattern.compile("(?<!\\d)\\d{1,2}[.:]\\d{2}(?!\\d)|\\d+|[A-Z]+|#\\s*\\d");
    private static final Pattern WITHOUT_TIMES = Pattern.compile("\\d+|[A-Z]+|#\\s*\\d");

    private final List<String> words;
    private int at;

    private Words(List<String> words) {
        this.words = words;
    }

    static Words withTimes(String text) {
        return of(text, WITH_TIMES);
    }

    static Words withoutTimes(String text) {
        return of(text, WITHOUT_TIMES);
    }

    private static Words of(String text, Pattern pattern) {
        var joined = WHOLE_CODE.matcher(text).replaceAll("$1$2$3$4$5");
        var plain = LETTER_O.matcher(joined).replaceAll("0");
        var labelled = LABEL_BEHIND.matcher(plain).replaceAll(" $2 $1 ").toUpperCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var found = pattern.matcher(labelled);
        while (found.find()) {
            words.add(found.group());
        }
        return new Words(words);
    }

    boolean more() {
        return at < words.size();
    }

    String next() {
        return words.get(at++);
    }

    /** Empty at the end. */
    String peek() {
        return more() ? words.get(at) : "";
    }

    /** Takes the next word when it is this one. */
    boolean take(String word) {
        if (peek().equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    boolean number() {
        return isNumber(peek());
    }

    /** The next number; null when something else follows. */
    @Nullable
    Integer takeNumber() {
        return number() && peek().length() <= 7 ? Integer.valueOf(next()) : null;
    }

    /** The number of a polling station and its letter. */
    Said.Place takePlace() {
        var digits = next();
        return new Said.Place(digits, Damm.isLetter(peek()) ? next().charAt(0) : null);
    }

    List<String> rest() {
        return words.subList(at, words.size());
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
