package id.deskpilkada.sms.grammar;

/**
 * Damm's check digit (H. M. Damm, 2004): finds every single wrong digit and every pair of neighbours that changed places, with one decimal digit and no sign beyond the keys of a telephone.
 */
public final class Damm {

    private static final String[] ROWS = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    /** Told apart by ear and eye, and none of them a word of its own in a message (L, P, S, J; G, B, W, D). */
    private static final String LETTERS = "ACEFHKMRUX";

    private Damm() {}

    /** @param digits at least one, nothing else */
    public static int digit(String digits) {
        int interim = 0;
        for (int at = 0; at < digits.length(); at++) {
            interim = ROWS[interim].charAt(digits.charAt(at) - '0') - '0';
        }
        return interim;
    }

    /** The letter of a polling station, as it stands on its card: fixed by all 13 digits of its code. */
    public static char letter(String tps) {
        return LETTERS.charAt(digit(tps));
    }

    static boolean isLetter(String word) {
        return word.length() == 1 && LETTERS.contains(word);
    }
}
