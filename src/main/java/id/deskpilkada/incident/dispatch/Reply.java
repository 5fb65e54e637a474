package id.deskpilkada.incident.dispatch;

import id.deskpilkada.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says about a dispatch, by whatever way it comes.
 *
 * @param text what was done, or why it is not theirs; a note on the way
 */
public record Reply(Act act, @Nullable String text) {

    /** What can be said. */
    public enum Act {
        ACKNOWLEDGE("acknowledged"),
        ON_THE_WAY("progress"),
        ARRIVED("progress"),
        DONE("done"),
        DECLINE("declined");

        private final String trail;

        Act(String trail) {
            this.trail = trail;
        }

        /** How the trail calls it. */
        String trail() {
            return trail;
        }
    }

    /** A button of a page. @throws Problem 422 {@code ANSWER_UNKNOWN} */
    public static Reply pressed(String button, @Nullable String text) {
        return switch (button) {
            case "terima" -> of(Act.ACKNOWLEDGE);
            case "berangkat" -> of(Act.ON_THE_WAY);
            case "tiba" -> of(Act.ARRIVED);
            case "selesai" -> new Reply(Act.DONE, text);
            case "tolak" -> new Reply(Act.DECLINE, text);
            default -> throw Problem.unprocessable("ANSWER_UNKNOWN");
        };
    }

    public static Reply of(Act act) {
        return new Reply(act, null);
    }
}
