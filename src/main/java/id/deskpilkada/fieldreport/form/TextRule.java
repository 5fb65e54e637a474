package id.deskpilkada.fieldreport.form;

import java.util.regex.Pattern;

/** What is made of a text before it is measured. */
public enum TextRule {
    STRIPPED,
    /** Without the control characters that no keyboard has; measured in characters as people count them. */
    CLEANED,
    /** Taken as it comes, whatever it is. */
    UNREAD;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

    /** What people have written, without the control characters that no keyboard of theirs has: they break documents and terminals. */
    public static String cleaned(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }

    String tidied(String text) {
        return switch (this) {
            case STRIPPED -> text.strip();
            case CLEANED -> cleaned(text);
            case UNREAD -> text;
        };
    }

    int length(String text) {
        return this == CLEANED ? text.codePointCount(0, text.length()) : text.length();
    }
}
