package id.deskpilkada.incident.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.file.IncidentLines.Question;
import id.deskpilkada.incident.reading.IncidentReach;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.SafeCell;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.platform.document.Sheets.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of incidents as a file. That it left is recorded before its first byte. */
@Component
class IncidentFile {

    private static final int NUMBER_WIDTH = 12;
    private static final Map<String, Integer> WIDTHS =
            Map.of("place", 30, "description", 60, "outcome", 50, "agencies", 26, "category", 20);

    private final IncidentLines lines;
    private final IncidentPlaces places;
    private final FileTimes times;
    private final ObjectMapper json;
    private final Messages messages;
    private final Audit audit;

    IncidentFile(
            IncidentLines lines,
            IncidentPlaces places,
            FileTimes times,
            ObjectMapper json,
            Messages messages,
            Audit audit) {
        this.lines = lines;
        this.places = places;
        this.times = times;
        this.json = json;
        this.messages = messages;
        this.audit = audit;
    }

    /** @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN} */
    void begin(Question question, String format, Actor actor) {
        IncidentReach.requireReader(actor);
        audit.record("incidents.exported", format, question.region().isEmpty() ? null : question.region(), Map.of());
    }

    private void each(Question question, Actor actor, Consumer<IncidentLine> take) {
        var part = lines.after(0, question, actor);
        while (!part.isEmpty()) {
            part.forEach(take);
            part = part.size() < IncidentLines.PART
                    ? List.of()
                    : lines.after(part.get(part.size() - 1).id(), question, actor);
        }
    }

    void xlsx(Question question, Actor actor, OutputStream out) {
        try (var sheets = Sheets.into(out)) {
            List<Column> columns = new ArrayList<>();
            for (var name : names()) {
                columns.add(Column.of(
                        messages.text("incident.file.column." + name), WIDTHS.getOrDefault(name, NUMBER_WIDTH + 6)));
            }
            sheets.sheet(messages.text("incident.file.sheet"), columns);
            each(question, actor, line -> sheets.row(shown(line).values().toArray()));
        }
    }

    void csv(Question question, Actor actor, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (var printer = CSVFormat.RFC4180
                .builder()
                .setHeader(names().toArray(String[]::new))
                .get()
                .print(writer)) {
            each(question, actor, line -> {
                try {
                    printer.printRecord(shown(line).values().stream()
                            .map(value -> value == null ? "" : SafeCell.escape(value.toString())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** A FeatureCollection (RFC 7946). A place that cannot be right says so; an incident without one has no geometry. */
    void geoJson(Question question, Actor actor, OutputStream out) throws IOException {
        try (var to = json.getFactory().createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("type", "FeatureCollection");
            to.writeArrayFieldStart("features");
            each(question, actor, line -> feature(to, line));
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private void feature(JsonGenerator to, IncidentLine line) {
        try {
            var feature = new LinkedHashMap<String, @Nullable Object>();
            feature.put("type", "Feature");
            feature.put("id", line.id());
            var lat = line.lat();
            var lng = line.lng();
            feature.put(
                    "geometry",
                    lat == null || lng == null ? null : Map.of("type", "Point", "coordinates", List.of(lng, lat)));
            var properties = values(line, line.category().name(), line.state().name());
            properties.remove("lat");
            properties.remove("lng");
            feature.put("properties", properties);
            json.writeValue(to, feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, @Nullable Object> shown(IncidentLine line) {
        return values(
                line,
                messages.text("incident.category." + line.category()),
                messages.text("incident.file.state." + line.state()));
    }

    private List<String> names() {
        return List.of(
                "number",
                "code",
                "place",
                "category",
                "severity",
                "state",
                "observedAt",
                "reportedAt",
                "judgedAt",
                "dispatchedAt",
                "acknowledgedAt",
                "arrivedAt",
                "endedAt",
                "secondsToDispatch",
                "secondsToAcknowledge",
                "secondsToArrive",
                "secondsToEnd",
                "agencies",
                "votingHalted",
                "peopleHurt",
                "hurtCount",
                "placeDoubtful",
                "lat",
                "lng",
                "description",
                "outcome");
    }

    /** In the order of {@link #names}. */
    private Map<String, @Nullable Object> values(IncidentLine line, String category, String state) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var tps = line.tpsCode();
        values.put("number", line.number());
        values.put("code", tps == null ? Area.dotted(line.area()) : tps);
        var place = places.name(line.area());
        values.put("place", line.practice() ? PracticeMark.TEXT + " · " + place : place);
        values.put("category", category);
        values.put("severity", line.severity());
        values.put("state", state);
        values.put("observedAt", times.local(line.observedAt()));
        values.put("reportedAt", times.local(line.reportedAt()));
        values.put("judgedAt", times.local(line.judgedAt()));
        values.put("dispatchedAt", times.local(line.dispatchedAt()));
        values.put("acknowledgedAt", times.local(line.acknowledgedAt()));
        values.put("arrivedAt", times.local(line.arrivedAt()));
        values.put("endedAt", times.local(line.endedAt()));
        values.put("secondsToDispatch", line.since(line.dispatchedAt()));
        values.put("secondsToAcknowledge", line.since(line.acknowledgedAt()));
        values.put("secondsToArrive", line.since(line.arrivedAt()));
        values.put("secondsToEnd", line.since(line.endedAt()));
        values.put("agencies", line.agencies());
        values.put("votingHalted", line.votingHalted());
        values.put("peopleHurt", line.peopleHurt());
        values.put("hurtCount", line.hurtCount());
        values.put("placeDoubtful", line.placeDoubtful());
        values.put("lat", line.lat());
        values.put("lng", line.lng());
        values.put("description", line.aboutHealth() ? null : line.description());
        values.put("outcome", line.aboutHealth() ? null : line.outcome());
        return values;
    }
}
