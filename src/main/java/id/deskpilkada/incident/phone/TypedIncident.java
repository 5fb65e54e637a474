package id.deskpilkada.incident.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.platform.Area;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has put into the form, as written.
 *
 * @param photos SHA-256 of photos that have arrived already
 */
record TypedIncident(Map<String, String> fields, List<String> photos) {

    /** The place alone. */
    static TypedIncident at(String place) {
        return new TypedIncident(Map.of("tempat", place), List.of());
    }

    static TypedIncident of(MultiValueMap<String, String> posted) {
        var photos = new LinkedHashSet<String>();
        posted.getOrDefault("foto", List.of()).stream()
                .filter(hash -> hash.matches("[0-9a-f]{64}"))
                .forEach(photos::add);
        return new TypedIncident(posted.toSingleValueMap(), List.copyOf(photos));
    }

    /** Without blanks around it, with the line breaks of its writer; empty when nothing was written. */
    public String text(String field) {
        return fields.getOrDefault(field, "")
                .replace("\r\n", "\n")
                .replace("\0", "")
                .strip();
    }

    public boolean on(String field) {
        return !text(field).isEmpty();
    }

    public boolean has(String field, String value) {
        return text(field).equals(value);
    }

    /** The form's own id, so that sending again is no second report. */
    UUID id() {
        try {
            return UUID.fromString(text("id"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    TypedIncident with(Set<String> more) {
        var all = new LinkedHashSet<>(photos);
        all.addAll(more);
        return new TypedIncident(fields, List.copyOf(all));
    }

    /** The whole report but for its time. */
    ObjectNode report(ObjectNode data, ObjectMapper json) {
        var report = json.createObjectNode().put("kind", "INCIDENT");
        put(report, "election", text("election"));
        put(report, "round", text("round"));
        var place = text("tempat");
        put(report, place.length() == 13 ? "tps" : "region", place.length() == 13 ? place : Area.dotted(place));
        put(report, "source", text("source"));
        if (on("source") && !has("source", "APP")) {
            put(report, "onBehalfOf", text("onBehalfOf"));
        }
        report.set("data", data);
        return report;
    }

    ObjectNode data(ObjectMapper json) {
        var data = json.createObjectNode();
        put(data, "choice", text("pilihan"));
        put(data, "category", on("pilihan") ? "" : text("jenis"));
        put(data, "description", text("uraian"));
        tick(data, "peopleHurt", "korban");
        tick(data, "votingHalted", "terhenti");
        tick(data, "needsAmbulance", "ambulans");
        location(data);
        if (!photos.isEmpty()) {
            photos.forEach(data.putArray("photos")::add);
        }
        return data;
    }

    private void location(ObjectNode data) {
        var lat = degrees("lat");
        var lng = degrees("lng");
        if (lat != null && lng != null) {
            data.putObject("location").put("lat", lat).put("lng", lng);
        }
    }

    private @Nullable Double degrees(String field) {
        try {
            return on(field) ? Double.valueOf(text(field)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void tick(ObjectNode data, String name, String field) {
        if (on(field)) {
            data.put(name, true);
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
