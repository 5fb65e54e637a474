package id.deskpilkada.incident.intake;

import java.util.regex.Pattern;

/** What people have written, without the control characters that no keyboard of theirs has: they break documents and terminals. */
final class Writing {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

    private Writing() {}

    static String cleaned(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }
}
