package id.deskpilkada.tally;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Locale;

/** Which forms a total is made of: every form received and not held, or only those whose copy was compared by a second person. The two are never mixed. */
public enum Basis {
    RECEIVED,
    VERIFIED;

    /**
     * Reads {@code received} or {@code verified}.
     *
     * @throws Problem 422 {@code MALFORMED} for anything else
     */
    public static Basis of(String text) {
        for (Basis basis : values()) {
            if (basis.code().equals(text)) {
                return basis;
            }
        }
        throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("basis", text, "UNKNOWN_BASIS")));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
