package id.deskpilkada.c1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was typed into a page, field by field, blanks left out. The page carries the report's id and time, so that a second click or a reload sends the same report.
 *
 * @param typed text by dotted path, as typed
 * @param correction whether numbers were sent before, so that a reason is due
 */
record FieldEntry(
        UUID id,
        String observedAt,
        String source,
        @Nullable String onBehalfOf,
        @Nullable String form,
        @Nullable String reason,
        boolean correction,
        Map<String, String> typed) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws Problem 422 {@code MALFORMED} when the page's hidden fields are not ours */
    static FieldEntry posted(Map<String, String> parameters, List<String> paths) {
        var typed = new TreeMap<String, String>();
        for (var path : paths) {
            var text = text(parameters, path);
            if (text != null) {
                typed.put(path, text);
            }
        }
        var source = text(parameters, "source");
        return new FieldEntry(
                id(parameters.getOrDefault("id", "")),
                String.valueOf(text(parameters, "observedAt")),
                source == null ? "APP" : source,
                text(parameters, "onBehalfOf"),
                text(parameters, "form"),
                text(parameters, "reason"),
                "ya".equals(parameters.get("correction")),
                typed);
    }

    static UUID id(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("id", id, "NOT_A_UUID")));
        }
        return UUID.fromString(id);
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    /** The same typing under another id, sent as a correction of what is there already. */
    FieldEntry asCorrection() {
        return new FieldEntry(UUID.randomUUID(), observedAt, source, onBehalfOf, form, reason, true, typed);
    }

    /** The report as the ledger reads it. */
    byte[] report(C1Case about, ObjectMapper json) {
        var report = envelope(about, ReportKind.C1, json);
        var data = report.putObject("data");
        if (form != null) {
            data.put("form", form);
        }
        typed.forEach((path, text) -> put(data, path, text));
        if (reason != null) {
            data.put("reason", reason);
        }
        return bytes(report, json);
    }

    private static void put(ObjectNode data, String path, String text) {
        var parts = path.split("\\.");
        var at = data;
        for (int part = 0; part < parts.length - 1; part++) {
            at = at.withObjectProperty(parts[part]);
        }
        at.put(parts[parts.length - 1], text);
    }

    /** A report of photos for the ledger. */
    byte[] photos(C1Case about, List<String> hashes, ObjectMapper json) {
        var report = envelope(about, ReportKind.C1_PHOTOS, json);
        var photos = report.putObject("data").putArray("photos");
        hashes.forEach(photos::add);
        return bytes(report, json);
    }

    private ObjectNode envelope(C1Case about, ReportKind kind, ObjectMapper json) {
        var report = json.createObjectNode()
                .put("kind", kind.name())
                .put("election", about.round().electionCode())
                .put("round", about.round().code())
                .put("race", about.race().code())
                .put("tps", about.tps())
                .put("observedAt", observedAt)
                .put("source", source);
        if (onBehalfOf != null && !"APP".equals(source)) {
            report.put("onBehalfOf", onBehalfOf);
        }
        return report;
    }

    private static byte[] bytes(ObjectNode report, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
