package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.fieldreport.form.Limits;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The envelope of a report, read field by field; what is wrong is gathered and told in one answer. */
final class ReportFields {

    private static final Set<String> NAMES = Set.of(
            "kind",
            "tps",
            "region",
            "race",
            "slot",
            "election",
            "round",
            "observedAt",
            "source",
            "onBehalfOf",
            "taskId",
            "data");
    private static final int LONGEST = 200;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final ObjectNode report;
    private final ObjectNode data;
    private final List<FieldProblem> problems = new ArrayList<>();

    ReportFields(ObjectNode report) {
        this.report = report;
        report.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                wrong(name, null, "UNKNOWN_REPORT_FIELD");
            }
        });
        this.data = readData();
    }

    private ObjectNode readData() {
        if (report.get("data") instanceof ObjectNode object) {
            return object;
        }
        wrong("data", null, report.hasNonNull("data") ? "NOT_AN_OBJECT" : "FIELD_REQUIRED");
        return report.objectNode();
    }

    @Nullable
    String text(String field) {
        var node = report.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            wrong(field, node.isValueNode() ? node.asText() : null, "NOT_A_TEXT");
            return null;
        }
        var text = node.textValue().strip();
        if (text.length() > LONGEST) {
            wrong(field, text, "REPORT_TEXT_TOO_LONG", LONGEST);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A text that has to be there. */
    @Nullable
    String required(String field) {
        var text = text(field);
        if (text == null && problems.stream().noneMatch(problem -> field.equals(problem.field()))) {
            wrong(field, null, "FIELD_REQUIRED");
        }
        return text;
    }

    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, E[] choices) {
        if (text == null) {
            return null;
        }
        for (var choice : choices) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        wrong(field, text, "UNKNOWN_CHOICE", String.join(", ", names(choices)));
        return null;
    }

    private static <E extends Enum<E>> List<String> names(E[] choices) {
        return Arrays.stream(choices).map(Enum::name).toList();
    }

    @Nullable
    Instant time(String field) {
        var text = required(field);
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() < 2000 || time.getYear() > 2200) {
                throw new DateTimeException("out of range");
            }
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            wrong(field, text, "NOT_A_TIME");
            return null;
        }
    }

    /** The feature's part of the report; an empty object when it is missing. */
    ObjectNode data() {
        return data;
    }

    /** The photos that the report names, each once. */
    List<String> photos() {
        var photos = new LinkedHashSet<String>();
        var named = data.path("photos");
        if (!named.isArray()) {
            if (!named.isMissingNode() && !named.isNull()) {
                wrong("data.photos", null, "NOT_A_LIST");
            }
            return List.of();
        }
        if (named.size() > Limits.MOST_PHOTOS) {
            wrong("data.photos", String.valueOf(named.size()), "TOO_MANY_PHOTOS", Limits.MOST_PHOTOS);
            return List.of();
        }
        for (int at = 0; at < named.size(); at++) {
            JsonNode photo = named.get(at);
            if (photo.isTextual() && SHA256.matcher(photo.textValue()).matches()) {
                photos.add(photo.textValue());
            } else {
                wrong("data.photos." + at, photo.isValueNode() ? photo.asText() : null, "NOT_A_HASH");
            }
        }
        return List.copyOf(photos);
    }

    void wrong(String field, @Nullable String value, String code, Object... arguments) {
        problems.add(FieldProblem.field(field, value, code, arguments));
    }

    /** Takes over what somebody else found wrong; anything but a bad input goes through. */
    void wrong(String field, @Nullable String value, Problem problem) {
        if (problem.status().value() != 422) {
            throw problem;
        }
        if (problem.errors().isEmpty()) {
            wrong(field, value, problem.code(), problem.arguments().toArray());
        } else {
            problems.addAll(problem.errors());
        }
    }

    boolean sound() {
        return problems.isEmpty();
    }

    /** @throws Problem 422 {@code MALFORMED} when anything is wrong */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
    }
}
