package id.deskpilkada;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tests that a document names as its proof, written as {@code `SomeTests`} or {@code `SomeTests#aMethod`}. */
final class Evidence {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Tests|IT))(?:#(\\w+))?`");
    private static final Path TESTS = Path.of("src", "test", "java");

    private final Map<String, String> sources = new TreeMap<>();

    Evidence() {
        try (var files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the text names and the source tree does not have. */
    List<String> missing(String text) {
        return NAMED.matcher(text)
                .results()
                .filter(match -> !exists(match.group(1), match.group(2)))
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    static boolean namesATest(String text) {
        return NAMED.matcher(text).find();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean exists(String type, String method) {
        var source = sources.get(type);
        return source != null
                && (method == null
                        || Pattern.compile("void " + method + "\\(")
                                .matcher(source)
                                .find());
    }
}
