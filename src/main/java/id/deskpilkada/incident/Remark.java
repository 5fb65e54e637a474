package id.deskpilkada.incident;

import id.deskpilkada.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What somebody writes about an incident: at most 1,000 characters, and at least 3 where it has to say something. */
public final class Remark {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 1_000;

    private Remark() {}

    /** @throws Problem 422 {@code REMARK_REQUIRED}, {@code INCIDENT_TEXT_LENGTH} */
    public static String required(@Nullable String text) {
        var told = text == null ? "" : bounded(text);
        if (told.length() < SHORTEST) {
            throw Problem.unprocessable("REMARK_REQUIRED");
        }
        return told;
    }

    /** @throws Problem 422 {@code INCIDENT_TEXT_LENGTH} */
    public static String bounded(String text) {
        var told = text.strip();
        if (told.length() > LONGEST || told.indexOf(0) >= 0) {
            throw Problem.unprocessable("INCIDENT_TEXT_LENGTH", LONGEST);
        }
        return told;
    }
}
