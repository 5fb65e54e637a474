package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;

/** The photos that a report names by SHA-256; their form is the ledger's to check. */
final class C1PhotoNames {

    private C1PhotoNames() {}

    static List<String> of(JsonNode data) {
        var names = new ArrayList<String>();
        data.path("photos").forEach(hash -> names.add(hash.asText()));
        return names;
    }

    /** @throws Problem 422 when a report of photos names none */
    static void requireSome(JsonNode data) {
        if (of(data).isEmpty()) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("data.photos", null, "FIELD_REQUIRED")));
        }
    }
}
