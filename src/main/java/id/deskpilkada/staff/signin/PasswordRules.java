package id.deskpilkada.staff.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a password that somebody chooses must be like: long enough and not among the first that a guesser tries. Length is what makes it strong; rules about its characters
 * would only make it hard to remember.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    /** As many guesses as an address is allowed in three thousand years. */
    private static final double FEWEST_GUESSES = 1e8;
    /** The estimate grows with the square of the length, and no password is weak beyond this. */
    private static final int ESTIMATED = 64;

    /** Words that come to the mind of whoever chooses a password for this. Documented in docs/security/decisions.md. */
    static final List<String> WORDS_OF_THIS_PLACE = List.of(
            "desk",
            "deskpilkada",
            "pilkada",
            "pilkades",
            "pemilu",
            "pilpres",
            "pilgub",
            "pilbup",
            "kpu",
            "kpud",
            "bawaslu",
            "panwas",
            "ppk",
            "pps",
            "kpps",
            "tps",
            "saksi",
            "suara",
            "kesbangpol",
            "pemda",
            "pemkab",
            "kabupaten",
            "kota",
            "kecamatan",
            "camat",
            "desa",
            "kelurahan",
            "lurah",
            "operator",
            "petugas",
            "admin",
            "administrator",
            "verifikator",
            "serang",
            "banten",
            "indonesia",
            "merdeka",
            "garuda",
            "pancasila",
            "bismillah",
            "rahasia",
            "sandi",
            "katasandi",
            "sayang",
            "cinta",
            "anjing",
            "ganteng",
            "cantik",
            "keluarga",
            "bapak",
            "ibu");

    private final Zxcvbn estimate = new Zxcvbn();

    /** @throws Problem 422 {@code MALFORMED} with what is wrong with the field {@code password} */
    void refuseWeak(String username, String password) {
        if (password.length() < SHORTEST) {
            throw weak("SHORT_PASSWORD", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw weak("LONG_PASSWORD", LONGEST);
        }
        var name = username.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && password.toLowerCase(Locale.ROOT).contains(name)) {
            throw weak("PASSWORD_HOLDS_USERNAME");
        }
        if (isGuessable(name, password)) {
            throw weak("GUESSABLE_PASSWORD");
        }
    }

    private boolean isGuessable(String name, String password) {
        var known = Stream.concat(Stream.of(name), WORDS_OF_THIS_PLACE.stream()).toList();
        var head = password.substring(0, Math.min(password.length(), ESTIMATED));
        return estimate.measure(head, known).getGuesses() < FEWEST_GUESSES;
    }

    private static Problem weak(String code, Object... arguments) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("password", null, code, arguments)));
    }
}
