package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the value of a single field as it is described. */
final class FieldValue {

    private static final int MOST_LATITUDE = 90;
    private static final int MOST_LONGITUDE = 180;

    private FieldValue() {}

    /** Null when it is absent, or refused. @param wanted whether it has to be there */
    static @Nullable Object read(DataField field, JsonNode node, boolean wanted, Refusals refusals) {
        if (field.type() == FieldType.PHOTOS) {
            return photos(field, node, refusals);
        }
        if (absent(node)
                || refusals.blankText() && node.isTextual() && node.textValue().isBlank()) {
            if (wanted) {
                refusals.refuse(field.path(), null, Fault.REQUIRED);
            }
            return null;
        }
        return switch (field.type()) {
            case COUNT -> count(field, node, refusals);
            case FORM_NUMBER -> formNumber(field, node, refusals);
            case TEXT -> text(field, node, wanted, refusals);
            case CHOICE -> choice(field, node, refusals);
            case FLAG -> flag(field, node, refusals);
            case TIME -> time(field, node, refusals);
            case LOCATION -> location(field, node, refusals);
            case ID -> id(field, node, refusals);
            case PHOTOS -> throw new IllegalStateException("photos are a list");
        };
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable Integer count(DataField field, JsonNode node, Refusals refusals) {
        var limits = field.limits();
        if (limits.all() != null && node.isBoolean()) {
            return node.booleanValue() ? limits.all() : Integer.valueOf(0);
        }
        if (node.isIntegralNumber()
                && node.canConvertToInt()
                && node.intValue() >= limits.least()
                && node.intValue() <= limits.most()) {
            return node.intValue();
        }
        refusals.refuse(
                field.path(), node, Fault.RANGE, Integer.toString(limits.least()), Integer.toString(limits.most()));
        return null;
    }

    private static @Nullable Integer formNumber(DataField field, JsonNode node, Refusals refusals) {
        var number = FormNumber.read(node);
        if (number.problem() != null) {
            refusals.refuse(field.path(), node, number.problem());
        }
        return number.value();
    }

    private static @Nullable String text(DataField field, JsonNode node, boolean wanted, Refusals refusals) {
        var limits = field.limits();
        if (!node.isTextual() && limits.text() != TextRule.UNREAD) {
            refusals.refuse(field.path(), node, Fault.TEXT);
            return null;
        }
        var text = limits.text().tidied(node.asText());
        if (limits.longest() != null && limits.text().length(text) > limits.longest()) {
            refusals.refuse(
                    field.path(), limits.text() == TextRule.CLEANED ? text : node, Fault.TOO_LONG, limits.longest());
        }
        if (text.isEmpty() && wanted) {
            refusals.refuse(field.path(), null, Fault.REQUIRED);
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Object choice(DataField field, JsonNode node, Refusals refusals) {
        var choices = Objects.requireNonNull(field.limits().choices());
        var found = node.isTextual() ? choices.find(node.textValue()) : null;
        if (found == null) {
            if (!node.isTextual() && refusals.looksAt(Fault.CHOICE_TYPE)) {
                refusals.refuse(field.path(), node, Fault.CHOICE_TYPE);
            } else {
                refusals.refuse(field.path(), node, Fault.CHOICE, choices.codes());
            }
        }
        return found;
    }

    private static boolean flag(DataField field, JsonNode node, Refusals refusals) {
        if (!node.isBoolean()) {
            refusals.refuse(field.path(), node, Fault.FLAG);
        }
        return node.asBoolean();
    }

    private static @Nullable Object time(DataField field, JsonNode node, Refusals refusals) {
        try {
            return OffsetDateTime.parse(node.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            refusals.refuse(field.path(), node, Fault.TIME);
            return null;
        }
    }

    private static @Nullable Spot location(DataField field, JsonNode node, Refusals refusals) {
        if (!node.isObject() && refusals.looksAt(Fault.SHAPE)) {
            refusals.refuse(field.path(), node, Fault.SHAPE);
            return null;
        }
        var lat = degrees(field.path() + ".lat", node.path("lat"), MOST_LATITUDE, refusals);
        var lng = degrees(field.path() + ".lng", node.path("lng"), MOST_LONGITUDE, refusals);
        return lat == null || lng == null ? null : new Spot(lat, lng);
    }

    private static @Nullable Double degrees(String path, JsonNode node, int most, Refusals refusals) {
        if (node.isNumber() && Math.abs(node.doubleValue()) <= most) {
            return node.doubleValue();
        }
        refusals.refuse(path, node, Fault.DEGREES, Integer.toString(-most), Integer.toString(most));
        return null;
    }

    private static @Nullable UUID id(DataField field, JsonNode node, Refusals refusals) {
        try {
            return UUID.fromString(node.asText());
        } catch (IllegalArgumentException e) {
            refusals.refuse(field.path(), node, Fault.ID);
            return null;
        }
    }

    /** How each is written is the ledger's to check. */
    private static List<String> photos(DataField field, JsonNode node, Refusals refusals) {
        var photos = new ArrayList<String>(node.size());
        node.forEach(photo -> photos.add(photo.asText()));
        if (photos.size() < field.limits().least()) {
            refusals.refuse(field.path(), null, Fault.TOO_FEW);
        }
        return photos;
    }
}
