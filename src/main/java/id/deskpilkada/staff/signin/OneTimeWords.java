package id.deskpilkada.staff.signin;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Secrets that people read from paper: without letters and digits that look or sound alike. */
public final class OneTimeWords {

    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeWords() {}

    /** Twelve characters, 56 bits. */
    public static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** As it was meant, however it was typed from the paper. */
    static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
