package id.deskpilkada.readiness.risk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.platform.document.Sheets;
import id.deskpilkada.platform.document.Sheets.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as a file, inside the reach of whoever asks. That it left is recorded before its first byte. */
@Component
class RiskFile {

    /** A document for a meeting, not for a regency's whole register. */
    static final int MOST_ON_PAPER = 2_000;

    private static final List<Integer> WIDTHS = List.of(16, 30, 22, 26, 48, 8, 12, 18, 26, 40, 14);

    private static final String STYLE =
            "@page { size: A4 landscape; } .risks { font-size: 8.5pt; } .risks td, .risks th { padding: 1mm 1.5mm; }";

    private final RiskReading reading;
    private final RiskRegister register;
    private final Elections elections;
    private final Documents documents;
    private final ObjectMapper json;
    private final Messages messages;
    private final Audit audit;

    RiskFile(
            RiskReading reading,
            RiskRegister register,
            Elections elections,
            Documents documents,
            ObjectMapper json,
            Messages messages,
            Audit audit) {
        this.reading = reading;
        this.register = register;
        this.elections = elections;
        this.documents = documents;
        this.json = json;
        this.messages = messages;
        this.audit = audit;
    }

    /** What a file is made of, allowed and recorded. */
    record Order(long election, RiskQuestion question, RiskReach reach) {}

    Order begin(@Nullable String election, RiskQuestion question, String format, Actor actor) {
        var order = new Order(elections.electionId(election), question, RiskReach.of(actor));
        long rows = reading.count(order.election(), question, order.reach());
        if (format.equals("pdf") && rows > MOST_ON_PAPER) {
            throw Problem.unprocessable("RISK_TOO_MANY_FOR_PDF", rows, MOST_ON_PAPER);
        }
        audit.record(
                "risks.exported",
                format,
                question.area().isEmpty() ? null : question.area(),
                Map.of("rows", Long.toString(rows)));
        return order;
    }

    void xlsx(Order order, OutputStream out) {
        var names = register.names();
        try (var sheets = Sheets.into(out)) {
            sheets.sheet(messages.text("risk.file.sheet"), header());
            reading.each(order.election(), order.question(), order.reach(), row -> {
                var risk = names.view(row, "");
                sheets.row(
                        risk.code(),
                        risk.place(),
                        risk.district(),
                        risk.variableName(),
                        risk.indicatorName(),
                        risk.weight(),
                        risk.level() == null ? "" : messages.text("risk.level." + risk.level()),
                        risk.ownerName(),
                        messages.text("risk.state." + risk.state()),
                        risk.note(),
                        risk.measureDue());
            });
        }
    }

    private List<Column> header() {
        var columns = new ArrayList<Column>();
        for (int at = 0; at < WIDTHS.size(); at++) {
            columns.add(Column.of(messages.text("risk.file.column." + (at + 1)), WIDTHS.get(at)));
        }
        return columns;
    }

    byte[] pdf(Order order) {
        var names = register.names();
        List<RiskView> risks = new ArrayList<>();
        reading.each(order.election(), order.question(), order.reach(), row -> risks.add(names.view(row, "")));
        return documents.pdf("risks", Map.of("risks", risks, "area", area(order), "names", names(), "style", STYLE));
    }

    private String area(Order order) {
        return order.question().area().isEmpty()
                ? ""
                : register.placeName(order.question().area());
    }

    /** Names of states and classes, by code. */
    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var state : RiskQuestion.State.values()) {
            names.put(state.name(), messages.text("risk.state." + state.name()));
        }
        for (var level : RiskLevel.values()) {
            names.put(level.name(), messages.text(level.labelKey()));
        }
        return names;
    }

    /** A FeatureCollection (RFC 7946). A TPS without coordinates stands at the centre of its village and says so; without any place it has no geometry. */
    void geoJson(Order order, OutputStream out) throws IOException {
        var names = register.names();
        try (var to = json.getFactory().createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("type", "FeatureCollection");
            to.writeArrayFieldStart("features");
            reading.each(
                    order.election(), order.question(), order.reach(), row -> feature(to, row, names.view(row, "")));
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private void feature(JsonGenerator to, RiskRow row, RiskView risk) {
        try {
            to.writeStartObject();
            to.writeStringField("type", "Feature");
            to.writeNumberField("id", row.id());
            if (row.lat() == null || row.lng() == null) {
                to.writeNullField("geometry");
            } else {
                to.writeObjectFieldStart("geometry");
                to.writeStringField("type", "Point");
                to.writeArrayFieldStart("coordinates");
                to.writeNumber(row.lng());
                to.writeNumber(row.lat());
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeFieldName("properties");
            json.writeValue(to, properties(row, risk));
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> properties(RiskRow row, RiskView risk) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", risk.code());
        properties.put("place", risk.place());
        properties.put("district", risk.district());
        properties.put("indicator", risk.indicator());
        properties.put("indicatorName", risk.indicatorName());
        properties.put("variable", risk.variable());
        properties.put("level", risk.level());
        properties.put("owner", risk.owner());
        properties.put("state", risk.state());
        properties.put("note", risk.note());
        properties.put("position", row.exact() ? "TPS" : "REGION");
        return properties;
    }
}
