package id.deskpilkada.sms.grammar;

import id.deskpilkada.sms.grammar.Said.Answer;
import id.deskpilkada.sms.grammar.Said.Help;
import id.deskpilkada.sms.grammar.Said.Unclear;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is read.
 *
 * @param practice whether it is about the rehearsal
 * @param written when a program wrote it, by the clock of the place; null when that is not said
 */
public record Spoken(boolean practice, @Nullable LocalTime written, Said said) {

    public static final int LONGEST = 1000;

    private static final int MOST_OF_A_CHECK_IN = 4;
    private static final Pattern PRACTICE = Pattern.compile("(?i)^\\W*(latihan|gladi|simulasi|bimtek)\\b\\W*");
    private static final Pattern C1 = Pattern.compile("(?i)^\\W*c[. ]?(1(?!\\d)|hasil\\b)");
    /** Behind all else but one's own words: {@code TULIS 14.05}. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)\\s+TULIS ([01]\\d|2[0-3])[.:]([0-5]\\d)(?=\\s*$|\\s+KET\\b)");

    /** Behind a number it is the letter of a polling station. */
    private static final Pattern C1_INSIDE = Pattern.compile("(?i)(?<![0-9A-Z])(?<![0-9] )c[. ]?1(?!\\d)");

    private static final Set<String> YES = Set.of("YA", "Y", "IYA", "YES", "BETUL", "BENAR", "OK", "OKE");
    private static final Set<String> NO = Set.of("TIDAK", "TDK", "BATAL", "BUKAN", "SALAH", "NO");
    private static final Set<String> HELP = Set.of("BANTUAN", "BANTU", "HELP", "INFO", "FORMAT", "CARA", "CONTOH");

    public static Spoken of(String text) {
        var practice = PRACTICE.matcher(text);
        boolean rehearsal = practice.find();
        var rest = rehearsal ? text.substring(practice.end()) : text;
        var at = WRITTEN.matcher(rest);
        if (!at.find()) {
            return new Spoken(rehearsal, null, said(rest));
        }
        var written = LocalTime.of(Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2)));
        return new Spoken(rehearsal, written, said(rest.substring(0, at.start()) + rest.substring(at.end())));
    }

    /** Whether it is about Form C1, so that its numbers are for nobody's eyes before the form is verified. */
    public static boolean isC1(String text) {
        return C1.matcher(PRACTICE.matcher(text).replaceFirst("")).find();
    }

    /** Whether numbers of a Form C1 may stand in it, also where it could not be read as one. */
    public static boolean mayHoldVotes(String text) {
        if (isC1(text)) {
            return true;
        }
        var words = Words.withTimes(text).rest();
        if (words.isEmpty() || EmergencyWords.calls(words)) {
            return false;
        }
        long numbers = words.stream().filter(Words::isNumber).count();
        return numbers > MOST_OF_A_CHECK_IN || numbers > 1 && namesAForm(text, words);
    }

    /** Taken for how the day goes, its figures would stand in everybody's sight as remarks. */
    private static boolean isFormWithoutItsName(String text, List<String> words) {
        return words.stream().filter(Words::isNumber).count() >= MOST_OF_A_CHECK_IN && namesAForm(text, words);
    }

    private static boolean namesAForm(String text, List<String> words) {
        return C1_INSIDE.matcher(text).find() || words.stream().anyMatch(C1Words::isOfAForm);
    }

    private static Said said(String text) {
        var form = C1.matcher(text);
        if (form.find()) {
            return C1Words.read(text.substring(form.end()));
        }
        var words = Words.withTimes(text);
        if (!words.more()) {
            return new Unclear();
        }
        boolean alone = words.rest().size() == 1;
        if (alone && YES.contains(words.peek())) {
            return new Answer(true);
        }
        if (alone && NO.contains(words.peek())) {
            return new Answer(false);
        }
        if (HELP.contains(words.peek())) {
            return new Help();
        }
        if (EmergencyWords.calls(words.rest())) {
            return EmergencyWords.read(text);
        }
        return isFormWithoutItsName(text, words.rest()) ? new Unclear() : CheckInWords.read(text);
    }
}
