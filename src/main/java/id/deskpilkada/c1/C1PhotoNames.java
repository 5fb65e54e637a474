package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;

/** The photos that a report names by SHA-256, 64 small hexadecimal digits each, at most twelve. */
final class C1PhotoNames {

    private static final int MOST = 12;

    private C1PhotoNames() {}

    static List<String> of(JsonNode data) {
        var names = new ArrayList<String>();
        data.path("photos").forEach(hash -> names.add(hash.asText()));
        return names;
    }

    /** @throws Problem 422 when something else stands there, or nothing where photos are what the report is about */
    static void check(JsonNode data, boolean required) {
        var problems = new ArrayList<FieldProblem>();
        var photos = data.path("photos");
        if (!photos.isMissingNode() && !photos.isNull() && !photos.isArray()) {
            problems.add(FieldProblem.field("data.photos", photos.toString(), "WRONG_TYPE"));
        } else if (required && photos.isEmpty()) {
            problems.add(FieldProblem.field("data.photos", null, "REQUIRED"));
        } else if (photos.size() > MOST) {
            problems.add(FieldProblem.field("data.photos", "" + photos.size(), "TOO_MANY_PHOTOS", MOST));
        }
        for (int at = 0; at < photos.size() && problems.isEmpty(); at++) {
            if (!photos.get(at).asText().matches("[0-9a-f]{64}")) {
                problems.add(
                        FieldProblem.field("data.photos." + at, photos.get(at).asText(), "NOT_A_PHOTO_HASH"));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
    }
}
