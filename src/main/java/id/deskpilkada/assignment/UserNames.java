package id.deskpilkada.assignment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** User names that the system proposes: first and last word of the name without titles, and a number where that is taken. */
final class UserNames {

    private static final int LONGEST = 50;
    private static final Set<String> TITLES = Set.of(
            "h", "hj", "dr", "drs", "dra", "ir", "prof", "kh", "ny", "nyi", "tb", "rd", "bapak", "ibu", "pak", "bu");

    private UserNames() {}

    static String propose(String name, Predicate<String> taken) {
        var words = words(name);
        var stem = words.isEmpty() ? "petugas" : words.get(0);
        if (words.size() > 1) {
            stem += "." + words.get(words.size() - 1);
        }
        stem = stem.length() < 3 ? "petugas." + stem : stem.substring(0, Math.min(stem.length(), LONGEST));
        var proposed = stem;
        for (int number = 2; taken.test(proposed); number++) {
            proposed = stem + number;
        }
        return proposed;
    }

    /** Whether two spellings can be the same person's name: titles, case and marks do not count. */
    static boolean same(String one, String other) {
        return String.join("", words(one)).equals(String.join("", words(other)));
    }

    /** Degrees stand behind a comma. */
    private static List<String> words(String name) {
        var plain = Normalizer.normalize(name.split(",", 2)[0], Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z0-9']+"))
                .map(word -> word.replace("'", ""))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }
}
