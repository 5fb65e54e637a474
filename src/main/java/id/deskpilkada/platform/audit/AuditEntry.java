package id.deskpilkada.platform.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, to be written into the trail; who did it and from where is known from the running request.
 *
 * @param action code of the act, e.g. {@code sign-in}
 * @param object what it was done to, e.g. {@code photo/4f2a...}
 * @param area code of the place it is about; null when it is about the place of whoever does it
 * @param details in a few words; never secrets, contents of reports or data of voters
 */
public record AuditEntry(
        String action, @Nullable String object, @Nullable String area, Outcome outcome, Map<String, String> details) {

    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }

    public static AuditEntry done(
            String action, @Nullable String object, @Nullable String area, Map<String, String> details) {
        return new AuditEntry(action, object, area, Outcome.DONE, details);
    }

    public static AuditEntry refused(
            String action, @Nullable String object, @Nullable String area, Map<String, String> details) {
        return new AuditEntry(action, object, area, Outcome.REFUSED, details);
    }
}
