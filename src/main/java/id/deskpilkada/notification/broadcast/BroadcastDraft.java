package id.deskpilkada.notification.broadcast;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What the desk wants to tell whom.
 *
 * @param area region code
 * @param roles codes; sorted, each once
 * @param urgent also goes out by SMS
 */
record BroadcastDraft(String area, List<String> roles, String title, String text, boolean urgent) {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 2000;

    BroadcastDraft {
        area = area.strip();
        roles = roles.stream().map(String::strip).distinct().sorted().toList();
        title = title.strip();
        text = text.strip().replace("\r\n", "\n");
    }

    /** @throws Problem 422 with each fault */
    BroadcastDraft checked() {
        var faults = new ArrayList<FieldProblem>();
        if (roles.isEmpty()) {
            faults.add(FieldProblem.field("roles", null, "NO_ROLES"));
        }
        roles.stream()
                .filter(role -> !Role.isKnown(role))
                .forEach(role ->
                        faults.add(FieldProblem.field("roles", role, "UNKNOWN_ROLE", String.join(", ", Role.codes()))));
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            faults.add(FieldProblem.field("title", title, "TEXT_LENGTH", 1, LONGEST_TITLE));
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            faults.add(FieldProblem.field("text", text, "TEXT_LENGTH", 1, LONGEST_TEXT));
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        return this;
    }
}
