package id.deskpilkada.platform.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What callers send, made fit for a record: no control characters that could forge a line, and no more than a line holds. */
final class Plain {

    private static final int LONGEST_VALUE = 500;
    private static final int MOST_DETAILS = 40;

    private Plain() {}

    static @Nullable String text(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var plain = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints().limit(longest).forEach(c -> plain.appendCodePoint(printable(c) ? c : '?'));
        return plain.toString();
    }

    /** Control, format and line characters, halves of pairs and what no character is would be read differently by each reader. */
    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static Map<String, String> details(Map<String, String> details) {
        var plain = new TreeMap<String, String>();
        details.entrySet().stream()
                .limit(MOST_DETAILS)
                .forEach(detail -> plain.put(detail.getKey(), text(detail.getValue(), LONGEST_VALUE)));
        return plain;
    }
}
