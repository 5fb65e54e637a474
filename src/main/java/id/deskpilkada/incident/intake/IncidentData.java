package id.deskpilkada.incident.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentDraft.What;
import id.deskpilkada.incident.intake.IncidentChoices.Choice;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Coordinates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of an incident as it was told.
 *
 * @param photos SHA-256 of those named
 * @param addsTo an earlier report of the same person, to which this one adds words or photos
 */
record IncidentData(What what, @Nullable Coordinates location, List<String> photos, @Nullable UUID addsTo) {

    static final int LONGEST_TEXT = 4_000;
    static final Set<String> FIELDS = Set.of(
            "category",
            "description",
            "peopleHurt",
            "votingHalted",
            "needsAmbulance",
            "lifeInDanger",
            "location",
            "photos",
            "choice",
            "addsTo");
    private static final String AMBULANCE = "Seseorang perlu ambulans.";

    /** @throws Problem 422 {@code MALFORMED} with every field that cannot be read */
    static IncidentData read(JsonNode data, IncidentChoices catalogue) {
        List<FieldProblem> wrong = new ArrayList<>();
        data.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                wrong.add(FieldProblem.field("data." + name, null, "UNKNOWN_REPORT_FIELD"));
            }
        });
        boolean ambulance = flag(data, "needsAmbulance", wrong);
        var addsTo = earlier(data, wrong);
        var choice = choice(data, catalogue, wrong);
        boolean saysEnough = ambulance || choice != null || addsTo != null;
        var category = category(data, choice, saysEnough, wrong);
        var text = text(data, saysEnough, wrong);
        var what = new What(
                category,
                addsTo == null ? description(text, choice) : text,
                flag(data, "peopleHurt", wrong),
                flag(data, "votingHalted", wrong),
                ambulance,
                flag(data, "lifeInDanger", wrong),
                choice == null ? null : choice.code());
        var location = location(data.path("location"), wrong);
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", wrong);
        }
        List<String> photos = new ArrayList<>();
        data.path("photos").forEach(photo -> photos.add(photo.asText()));
        return new IncidentData(what, location, photos, addsTo);
    }

    private static @Nullable UUID earlier(JsonNode data, List<FieldProblem> wrong) {
        var node = data.path("addsTo");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(node.asText());
        } catch (IllegalArgumentException e) {
            wrong.add(FieldProblem.field("data.addsTo", node.isValueNode() ? node.asText() : null, "NOT_A_UUID"));
            return null;
        }
    }

    private static @Nullable Choice choice(JsonNode data, IncidentChoices catalogue, List<FieldProblem> wrong) {
        var node = data.path("choice");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var found = node.isTextual() ? catalogue.find(node.textValue()) : Optional.<Choice>empty();
        if (found.isEmpty()) {
            wrong.add(FieldProblem.field(
                    "data.choice",
                    node.isValueNode() ? node.asText() : null,
                    "UNKNOWN_CHOICE",
                    catalogue.offered().stream().map(Choice::code).collect(Collectors.joining(", "))));
        }
        return found.orElse(null);
    }

    /** Whoever needs an ambulance, or has chosen from the catalogue, needs to say nothing else. */
    private static IncidentCategory category(
            JsonNode data, @Nullable Choice choice, boolean saysEnough, List<FieldProblem> wrong) {
        var node = data.path("category");
        if (node.isMissingNode() || node.isNull()) {
            if (!saysEnough) {
                wrong.add(FieldProblem.field("data.category", null, "FIELD_REQUIRED"));
            }
            return choice == null ? IncidentCategory.HEALTH : choice.category();
        }
        for (var category : IncidentCategory.values()) {
            if (category.name().equals(node.asText())) {
                return category;
            }
        }
        wrong.add(FieldProblem.field(
                "data.category",
                node.isValueNode() ? node.asText() : null,
                "UNKNOWN_CHOICE",
                Arrays.stream(IncidentCategory.values()).map(Enum::name).collect(Collectors.joining(", "))));
        return IncidentCategory.HEALTH;
    }

    private static String text(JsonNode data, boolean saysEnough, List<FieldProblem> wrong) {
        var node = data.path("description");
        if (!node.isMissingNode() && !node.isNull() && !node.isTextual()) {
            wrong.add(FieldProblem.field("data.description", null, "NOT_A_TEXT"));
            return "";
        }
        var text = Writing.cleaned(node.asText(""));
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            wrong.add(FieldProblem.field("data.description", text, "REPORT_TEXT_TOO_LONG", LONGEST_TEXT));
        }
        if (text.isEmpty() && !saysEnough) {
            wrong.add(FieldProblem.field("data.description", null, "FIELD_REQUIRED"));
        }
        return text;
    }

    private static String description(String text, @Nullable Choice choice) {
        var chosen = choice == null ? "" : choice.name();
        if (text.isEmpty()) {
            return chosen.isEmpty() ? AMBULANCE : chosen;
        }
        return chosen.isEmpty() ? text : chosen + "\n" + text;
    }

    private static boolean flag(JsonNode data, String name, List<FieldProblem> wrong) {
        var node = data.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            wrong.add(FieldProblem.field("data." + name, node.isValueNode() ? node.asText() : null, "MALFORMED_VALUE"));
        }
        return node.asBoolean();
    }

    private static @Nullable Coordinates location(JsonNode node, List<FieldProblem> wrong) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var lat = degrees(node, "lat", 90, wrong);
        var lng = degrees(node, "lng", 180, wrong);
        return lat == null || lng == null ? null : new Coordinates(lat, lng);
    }

    private static @Nullable Double degrees(JsonNode location, String name, int most, List<FieldProblem> wrong) {
        var node = location.path(name);
        if (node.isNumber() && Math.abs(node.doubleValue()) <= most) {
            return node.doubleValue();
        }
        wrong.add(FieldProblem.field(
                "data.location." + name, node.isValueNode() ? node.asText() : null, "MALFORMED_VALUE"));
        return null;
    }
}
