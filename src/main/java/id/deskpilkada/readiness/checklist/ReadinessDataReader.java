package id.deskpilkada.readiness.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a readiness report; everything that cannot be read is told in one pass. */
final class ReadinessDataReader {

    private static final Set<String> FIELDS = Set.of(
            "stage",
            "items",
            "connectivity",
            "floodRisk",
            "location",
            "kppsPresent",
            "linmasPresent",
            "remarks",
            "photos");
    private static final int LONGEST_REMARKS = 2000;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_PEOPLE = 50;

    private final Map<String, ChecklistItem> checklist;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ReadinessDataReader(Map<String, ChecklistItem> checklist) {
        this.checklist = checklist;
    }

    /** @throws Problem 422 {@code MALFORMED} with every field that cannot be read */
    static ReadinessData read(JsonNode data, Map<String, ChecklistItem> checklist) {
        return new ReadinessDataReader(checklist).read(data);
    }

    private ReadinessData read(JsonNode data) {
        data.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                refuse(name, data.get(name), "UNKNOWN_READINESS_FIELD");
            }
        });
        var stage = choice(data, "stage", ReadinessStage.values(), true);
        boolean site = stage == ReadinessStage.SITE;
        var items = items(data.get("items"), stage);
        var connectivity = choice(data, "connectivity", Connectivity.values(), site);
        var floodRisk = flag(data, site);
        var place = place(data.get("location"));
        var kpps = people(data, "kppsPresent", ReadinessData.KPPS);
        var linmas = people(data, "linmasPresent", ReadinessData.LINMAS);
        var remarks = remarks(data.get("remarks"));
        if (!problems.isEmpty() || stage == null) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
        return new ReadinessData(
                stage, items, connectivity, floodRisk, place, kpps, linmas, remarks, photos(data.path("photos")));
    }

    private SortedMap<String, Answer> items(@Nullable JsonNode node, @Nullable ReadinessStage stage) {
        var items = new TreeMap<String, Answer>();
        if (node == null || node.isNull() || node.isObject() && node.isEmpty()) {
            refuse("items", null, "FIELD_REQUIRED");
        } else if (!node.isObject()) {
            refuse("items", node, "WRONG_SHAPE");
        } else {
            node.fields().forEachRemaining(field -> item(field.getKey(), field.getValue(), stage, items));
        }
        return items;
    }

    private void item(String code, JsonNode node, @Nullable ReadinessStage stage, Map<String, Answer> items) {
        var item = checklist.get(code);
        var path = "items." + code;
        if (item == null) {
            refuse(path, node, "UNKNOWN_CHECKLIST_ITEM", shortened(code));
        } else if (stage != null && item.stage() != stage) {
            refuse(path, node, "ITEM_OF_OTHER_STAGE", code, item.stage().name());
        } else {
            var answer = one(node, Answer.values());
            if (answer == null) {
                refuse(path, node, "UNKNOWN_CHOICE", names(Answer.values()));
            } else {
                items.put(code, answer);
            }
        }
    }

    private <E extends Enum<E>> @Nullable E choice(JsonNode data, String field, E[] values, boolean required) {
        var node = data.get(field);
        if (node == null || node.isNull()) {
            if (required) {
                refuse(field, null, "FIELD_REQUIRED");
            }
            return null;
        }
        var value = one(node, values);
        if (value == null) {
            refuse(field, node, "UNKNOWN_CHOICE", names(values));
        }
        return value;
    }

    private static <E extends Enum<E>> @Nullable E one(JsonNode node, E[] values) {
        return Arrays.stream(values)
                .filter(value -> node.isTextual() && value.name().equals(node.textValue()))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }

    private @Nullable Boolean flag(JsonNode data, boolean required) {
        var node = data.get("floodRisk");
        if (node == null || node.isNull()) {
            if (required) {
                refuse("floodRisk", null, "FIELD_REQUIRED");
            }
            return null;
        }
        if (!node.isBoolean()) {
            refuse("floodRisk", node, "NOT_YES_OR_NO");
        }
        return node.booleanValue();
    }

    /** A number of people, or yes for all of them. */
    private @Nullable Integer people(JsonNode data, String field, int all) {
        var node = data.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? all : 0;
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < 0
                || node.intValue() > MOST_PEOPLE) {
            refuse(field, node, "OUT_OF_RANGE", "0", Integer.toString(MOST_PEOPLE));
            return null;
        }
        return node.intValue();
    }

    private ReadinessData.@Nullable Place place(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            refuse("location", node, "WRONG_SHAPE");
            return null;
        }
        var lat = degrees(node, "lat", 90);
        var lng = degrees(node, "lng", 180);
        return lat == null || lng == null ? null : new ReadinessData.Place(lat, lng);
    }

    private @Nullable Double degrees(JsonNode location, String name, int most) {
        var node = location.get(name);
        if (node == null || !node.isNumber() || Math.abs(node.doubleValue()) > most) {
            refuse("location." + name, node, "OUT_OF_RANGE", Integer.toString(-most), Integer.toString(most));
            return null;
        }
        return node.doubleValue();
    }

    private @Nullable String remarks(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            refuse("remarks", node, "WRONG_SHAPE");
            return null;
        }
        var text = node.textValue().strip();
        if (text.length() > LONGEST_REMARKS) {
            refuse("remarks", node, "REPORT_TEXT_TOO_LONG", LONGEST_REMARKS);
        }
        return text.isEmpty() ? null : text;
    }

    /** Their form is the ledger's to check. */
    private static List<String> photos(JsonNode node) {
        var photos = new ArrayList<String>();
        node.forEach(photo -> photos.add(photo.asText()));
        return photos;
    }

    private void refuse(String path, @Nullable JsonNode value, String code, Object... arguments) {
        if (problems.size() < MOST_PROBLEMS) {
            var given = value == null
                    ? null
                    : value.isValueNode() ? value.asText() : value.getNodeType().name();
            problems.add(FieldProblem.field("data." + shortened(path), given, code, arguments));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
