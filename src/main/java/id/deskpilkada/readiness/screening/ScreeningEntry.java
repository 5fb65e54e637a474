package id.deskpilkada.readiness.screening;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.screening.Screening.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one screening as a program sends it; whatever else is sent beside it, a diagnosis above all, is refused. */
final class ScreeningEntry {

    private static final Set<String> FIELDS = Set.of("screenedOn", "result", "insuranceActive", "followUpDone");

    private ScreeningEntry() {}

    /** @throws Problem 422 {@code MALFORMED} with every field that is wrong */
    static Screening read(@Nullable JsonNode body) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (body == null || !body.isObject()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("screenedOn", null, "FIELD_REQUIRED")));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                // The value is not repeated: it may be just what nobody may keep.
                wrong.add(FieldProblem.field(name, null, "SCREENING_FIELD_REFUSED"));
            }
        });
        var day = day(body, wrong);
        var result = result(body, wrong);
        var insured = flag(body, "insuranceActive", wrong);
        var done = flag(body, "followUpDone", wrong);
        if (!wrong.isEmpty() || day == null || result == null) {
            throw Problem.unprocessable("MALFORMED", wrong);
        }
        return new Screening(day, result, insured, done != null && done);
    }

    private static @Nullable LocalDate day(JsonNode body, List<FieldProblem> wrong) {
        var text = body.path("screenedOn").asText("");
        Optional<LocalDate> day = ScreeningImporter.parsed(text);
        if (day.isEmpty()) {
            wrong.add(FieldProblem.field("screenedOn", text, text.isEmpty() ? "FIELD_REQUIRED" : "NOT_A_DAY"));
        }
        return day.orElse(null);
    }

    private static @Nullable Result result(JsonNode body, List<FieldProblem> wrong) {
        var text = body.path("result").asText("");
        for (var result : Result.values()) {
            if (result.name().equals(text)) {
                return result;
            }
        }
        wrong.add(FieldProblem.field("result", null, "RESULT_UNKNOWN"));
        return null;
    }

    private static @Nullable Boolean flag(JsonNode body, String field, List<FieldProblem> wrong) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            wrong.add(FieldProblem.field(field, null, "NOT_YES_OR_NO"));
            return null;
        }
        return value.asBoolean();
    }
}
