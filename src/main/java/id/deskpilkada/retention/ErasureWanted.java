package id.deskpilkada.retention;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants erased.
 *
 * @param id UUID of the report, SHA-256 of the photo, or number of the person
 * @param reason at least ten characters
 * @param decidedBy office that decided it
 * @param decision number of its letter
 */
record ErasureWanted(Kind kind, String id, String reason, String decidedBy, String decision) {

    private static final int LONGEST = 500;
    private static final int SHORTEST_REASON = 10;

    enum Kind {
        FIELD_REPORT,
        PHOTO,
        PERSON
    }

    /** As it came. */
    record Request(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable String decision) {

        /** @throws Problem 422 with every field that is wrong */
        ErasureWanted checked() {
            List<FieldProblem> wrong = new ArrayList<>();
            var known = Arrays.stream(Kind.values())
                    .filter(value -> value.name().equals(kind))
                    .findFirst();
            if (known.isEmpty()) {
                var names = String.join(
                        ", ", Arrays.stream(Kind.values()).map(Enum::name).toList());
                wrong.add(FieldProblem.field("kind", kind, "UNKNOWN_CHOICE", names));
            }
            var wanted = new ErasureWanted(
                    known.orElse(Kind.PERSON),
                    text("id", id, 1, wrong),
                    text("reason", reason, SHORTEST_REASON, wrong),
                    text("decidedBy", decidedBy, 1, wrong),
                    text("decision", decision, 1, wrong));
            if (!wrong.isEmpty()) {
                throw Problem.unprocessable("MALFORMED", wrong);
            }
            return wanted;
        }

        private static String text(String field, @Nullable String given, int shortest, List<FieldProblem> wrong) {
            var text = given == null ? "" : given.strip();
            if (text.isEmpty()) {
                wrong.add(FieldProblem.field(field, null, "FIELD_REQUIRED"));
            } else if (text.length() < shortest || text.length() > LONGEST || text.indexOf(0) >= 0) {
                wrong.add(FieldProblem.field(field, given, "TEXT_LENGTH", shortest, LONGEST));
            }
            return text;
        }
    }
}
