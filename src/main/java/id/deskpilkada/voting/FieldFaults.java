package id.deskpilkada.voting;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a report field by field and gathers what is wrong, so that it is told in one answer. */
public final class FieldFaults {

    private static final int LONGEST_REMARKS = 2000;
    private static final int MOST = 100;

    private final JsonNode data;
    private final List<FieldProblem> problems = new ArrayList<>();

    public FieldFaults(JsonNode data, Set<String> known) {
        this.data = data;
        data.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(name, data.get(name), "UNKNOWN_VOTING_FIELD");
            }
        });
    }

    /** Whether a field is named with a value. */
    public boolean has(String field) {
        return !absent(node(field));
    }

    public <E extends Enum<E>> @Nullable E choice(String field, E[] values) {
        var node = node(field);
        if (absent(node)) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> node.isTextual() && value.name().equals(node.textValue()))
                .findFirst()
                .orElseGet(() -> {
                    refuse(field, node, "UNKNOWN_CHOICE", names(values));
                    return null;
                });
    }

    /** A whole number from 0; {@code field} may be a dotted path. */
    public @Nullable Integer count(String field, int most) {
        var node = node(field);
        if (absent(node)) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > most) {
            refuse(field, node, "OUT_OF_RANGE", "0", Integer.toString(most));
            return null;
        }
        return node.intValue();
    }

    public @Nullable Boolean flag(String field) {
        var node = node(field);
        if (absent(node)) {
            return null;
        }
        if (!node.isBoolean()) {
            refuse(field, node, "NOT_YES_OR_NO");
            return null;
        }
        return node.booleanValue();
    }

    /** A time with its offset. */
    public @Nullable Instant time(String field) {
        var node = node(field);
        if (absent(node)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            refuse(field, node, "NOT_A_TIME");
            return null;
        }
    }

    public @Nullable String remarks() {
        var node = node("remarks");
        if (absent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            refuse("remarks", node, "NOT_A_TEXT");
            return null;
        }
        var text = node.textValue().strip();
        if (text.length() > LONGEST_REMARKS) {
            refuse("remarks", node, "REPORT_TEXT_TOO_LONG", LONGEST_REMARKS);
        }
        return text.isEmpty() ? null : text;
    }

    public void object(String field) {
        var node = node(field);
        if (!absent(node) && !node.isObject()) {
            refuse(field, node, "NOT_AN_OBJECT");
        }
    }

    public void refuse(String field, @Nullable Object value, String code, Object... arguments) {
        if (problems.size() < MOST) {
            var given = value instanceof JsonNode node
                    ? node.isValueNode() ? node.asText() : node.getNodeType().name()
                    : value == null ? null : value.toString();
            problems.add(FieldProblem.field("data." + shortened(field), given, code, arguments));
        }
    }

    /** @throws Problem 422 {@code MALFORMED} when anything is wrong */
    public void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
    }

    private JsonNode node(String path) {
        return data.at("/" + path.replace('.', '/'));
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
