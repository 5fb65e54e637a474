package id.deskpilkada.imports;

import org.jspecify.annotations.Nullable;

/** The text of a cell without what spreadsheets leave around it: spaces of every kind, invisible characters, the apostrophe that marks a text. */
final class CellText {

    private CellText() {}

    static @Nullable String cleaned(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = trimmed(raw);
        if (text.startsWith("'")) {
            text = trimmed(text.substring(1));
        }
        return text.isEmpty() ? null : text;
    }

    private static String trimmed(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isFiller(raw.charAt(start))) {
            start++;
        }
        while (end > start && isFiller(raw.charAt(end - 1))) {
            end--;
        }
        String inner = raw.substring(start, end);
        String plain = inner.replace('\u00A0', ' ');
        return plain.chars().anyMatch(CellText::isUnseen) ? withoutUnseen(plain) : plain;
    }

    private static String withoutUnseen(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !isUnseen(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isFiller(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isUnseen(c) || Character.isISOControl(c);
    }

    private static boolean isUnseen(int c) {
        return c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }
}
