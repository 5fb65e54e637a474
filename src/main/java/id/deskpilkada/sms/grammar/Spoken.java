package id.deskpilkada.sms.grammar;

import id.deskpilkada.sms.grammar.Said.Answer;
import id.deskpilkada.sms.grammar.Said.Help;
import id.deskpilkada.sms.grammar.Said.Unclear;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as it is read.
 *
 * @param practice whether it is about the rehearsal
 */
public record Spoken(boolean practice, Said said) {

    public static final int LONGEST = 1000;

    private static final Pattern PRACTICE = Pattern.compile("(?i)^\\W*(latihan|gladi|simulasi|bimtek)\\b\\W*");
    private static final Pattern C1 = Pattern.compile("(?i)^\\W*c[. ]?(1(?!\\d)|hasil\\b)");
    private static final Set<String> YES = Set.of("YA", "Y", "IYA", "YES", "BETUL", "BENAR", "OK", "OKE");
    private static final Set<String> NO = Set.of("TIDAK", "TDK", "BATAL", "BUKAN", "SALAH", "NO");
    private static final Set<String> HELP = Set.of("BANTUAN", "BANTU", "HELP", "INFO", "FORMAT", "CARA", "CONTOH");

    public static Spoken of(String text) {
        var practice = PRACTICE.matcher(text);
        boolean rehearsal = practice.find();
        var rest = rehearsal ? text.substring(practice.end()) : text;
        return new Spoken(rehearsal, said(rest));
    }

    /** Whether it is about Form C1, so that its numbers are for nobody's eyes before the form is verified. */
    public static boolean isC1(String text) {
        return C1.matcher(PRACTICE.matcher(text).replaceFirst("")).find();
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
        return EmergencyWords.calls(words.rest()) ? EmergencyWords.read(text) : CheckInWords.read(text);
    }
}
