package id.deskpilkada.fieldapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that browsers learned late, and since when they can do it.
 *
 * @param kind {@code script} or {@code style}
 * @param name what people call it
 * @param chromium first version that can do it, {@link #NEVER} where none can
 * @param safari first version that can do it
 * @param pattern what it looks like in a file
 * @param example a line that holds it
 * @param taken JavaScript that takes it away from a browser that has it; empty where nothing can
 */
record Construct(
        String kind, String name, double chromium, double safari, Pattern pattern, String example, String taken) {

    private static final Path TABLE = Path.of("src/test/resources/field/learned-late.tsv");
    private static final double NEVER = 999;
    private static final double OLDEST_CHROMIUM = 90;
    private static final double OLDEST_SAFARI = 15.0;

    static List<Construct> all() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(of -> new Construct(
                        of[0], of[1], version(of[2]), version(of[3]), Pattern.compile(of[4]), of[5], of[6]))
                .toList();
    }

    private static double version(String text) {
        return text.equals("never") ? NEVER : Double.parseDouble(text);
    }

    /** Whether the oldest browsers of the field cannot do it. */
    boolean tooNew() {
        return chromium > OLDEST_CHROMIUM || safari > OLDEST_SAFARI;
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
