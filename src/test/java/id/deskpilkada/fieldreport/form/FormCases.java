package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What may and may not be written in a field, made from its description alone. */
public final class FormCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormCases() {}

    /** @param taken whether the description says that the server takes it */
    public record Case(String path, JsonNode value, boolean taken) {}

    /** Just inside and just outside each bound, and what is something else altogether. */
    public static List<Case> of(DataField field) {
        var cases = new ArrayList<Case>();
        inside(field).forEach(value -> cases.add(new Case(field.path(), value, true)));
        outside(field).forEach(value -> cases.add(new Case(field.path(), value, false)));
        return cases;
    }

    /** Data with which nothing is wrong: what has to be there and nothing else. */
    public static ObjectNode least(DataForm form) {
        var data = JSON.objectNode();
        form.fields().stream()
                .filter(field -> field.limits().required() && field.type() != FieldType.ID)
                .forEach(field -> put(data, field.path(), inside(field).get(0)));
        if (form.stage() != null) {
            data.put("stage", form.stage());
        }
        form.fields().stream()
                .filter(field -> field.path().startsWith("items."))
                .findFirst()
                .ifPresent(item -> put(data, item.path(), inside(item).get(0)));
        form.fields().stream()
                .filter(field -> form.anyOf().contains(field.path()) && field.type() == FieldType.FLAG)
                .forEach(field -> put(data, field.path(), JSON.booleanNode(false)));
        return data;
    }

    public static void put(ObjectNode data, String path, JsonNode value) {
        int end = path.indexOf('.');
        if (end < 0) {
            data.set(path, value);
        } else {
            put(data.withObject("/" + path.substring(0, end)), path.substring(end + 1), value);
        }
    }

    private static List<JsonNode> inside(DataField field) {
        var limits = field.limits();
        return switch (field.type()) {
            case COUNT ->
                limits.all() == null
                        ? List.of(JSON.numberNode(limits.least()), JSON.numberNode(limits.most()))
                        : List.of(
                                JSON.numberNode(limits.least()),
                                JSON.numberNode(limits.most()),
                                JSON.booleanNode(true));
            case FORM_NUMBER ->
                List.of(
                        JSON.numberNode(0),
                        JSON.numberNode(limits.most()),
                        JSON.textNode("0" + limits.most()),
                        JSON.textNode(" "),
                        JSON.nullNode());
            case TEXT ->
                limits.longest() == null ? List.of(letters(5000)) : List.of(letters(1), letters(limits.longest()));
            case CHOICE ->
                limits.choices().offered().stream()
                        .<JsonNode>map(option -> JSON.textNode(option.code()))
                        .toList();
            case FLAG -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case TIME ->
                List.of(JSON.textNode(OffsetDateTime.now(ZoneOffset.ofHours(7))
                        .minusMinutes(1)
                        .toString()));
            case LOCATION -> List.of(place(-90, 180), place(90, -180));
            case PHOTOS -> List.of(photos(Math.max(1, limits.least())), photos(limits.most()));
            case ID -> List.of();
        };
    }

    private static List<JsonNode> outside(DataField field) {
        var limits = field.limits();
        return switch (field.type()) {
            case COUNT ->
                List.of(
                        JSON.numberNode(limits.least() - 1),
                        JSON.numberNode(limits.most() + 1),
                        JSON.numberNode(1.5),
                        JSON.textNode("12"),
                        JSON.objectNode());
            case FORM_NUMBER ->
                List.of(
                        JSON.numberNode(-1),
                        JSON.numberNode(limits.most() + 1),
                        JSON.numberNode(1.5),
                        JSON.textNode("dua belas"),
                        JSON.booleanNode(true),
                        JSON.objectNode());
            case TEXT ->
                limits.text() == TextRule.UNREAD
                        ? limits.longest() == null ? List.of() : List.of(letters(limits.longest() + 1))
                        : List.of(letters(limits.longest() + 1), JSON.numberNode(5), JSON.arrayNode());
            case CHOICE -> List.of(JSON.textNode("TIDAK_DIKENAL"), JSON.numberNode(5), JSON.objectNode());
            case FLAG -> List.of(JSON.textNode("ya"), JSON.numberNode(1));
            case TIME -> List.of(JSON.textNode("kemarin"), JSON.numberNode(5));
            case LOCATION -> List.of(place(90.5, 0), place(0, -180.5), JSON.objectNode(), JSON.textNode("di sini"));
            case PHOTOS ->
                limits.least() > 0
                        ? List.of(photos(limits.least() - 1), photos(limits.most() + 1))
                        : List.of(
                                photos(limits.most() + 1),
                                JSON.textNode("foto"),
                                JSON.arrayNode().add("foto"));
            case ID -> List.of(JSON.textNode("bukan-uuid"));
        };
    }

    private static TextNode letters(int many) {
        return JSON.textNode("x".repeat(many));
    }

    private static ObjectNode place(double lat, double lng) {
        return JSON.objectNode().put("lat", lat).put("lng", lng);
    }

    private static JsonNode photos(int many) {
        var photos = JSON.arrayNode();
        for (int at = 0; at < many; at++) {
            photos.add("%064x".formatted(at + 1));
        }
        return photos;
    }
}
