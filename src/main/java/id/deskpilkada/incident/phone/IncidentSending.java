package id.deskpilkada.incident.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands over to the ledger what was typed on a telephone. However often a form is sent, it is one report. */
@Component
class IncidentSending {

    private static final String CONFLICT = "REPORT_CONFLICT";
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final FieldReports reports;
    private final Regions regions;
    private final ObjectMapper json;
    private final Clock clock;

    IncidentSending(FieldReports reports, Regions regions, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.regions = regions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What was typed, as a report.
     *
     * @return the report's id
     * @throws Problem as the ledger refuses it
     */
    UUID report(TypedIncident typed, Actor actor) {
        return send(typed.id(), typed.report(typed.data(json), json), seen(typed), actor);
    }

    /** More words or photos for an earlier report. */
    UUID add(UUID before, String place, TypedIncident typed, Actor actor) {
        var data = json.createObjectNode().put("addsTo", before.toString());
        if (typed.on("uraian")) {
            data.put("description", typed.text("uraian"));
        }
        if (!typed.photos().isEmpty()) {
            typed.photos().forEach(data.putArray("photos")::add);
        }
        return send(typed.id(), TypedIncident.at(place).report(data, json), clock.instant(), actor);
    }

    /** A form that is sent again has another time at most; one that was filled in anew after it had been sent, as with the browser's button "back", is a report of its own. */
    private UUID send(UUID id, ObjectNode report, Instant seen, Actor actor) {
        report.put("observedAt", seen.truncatedTo(ChronoUnit.SECONDS).toString());
        if (isTaken(id, report, actor)) {
            return id;
        }
        var again = UUID.nameUUIDFromBytes((id + "/" + actor.id() + "/"
                        + report.path("tps").asText() + report.path("region").asText() + report.path("data"))
                .getBytes(StandardCharsets.UTF_8));
        isTaken(again, report, actor);
        return again;
    }

    private boolean isTaken(UUID id, ObjectNode report, Actor actor) {
        try {
            reports.acknowledge(id, json.writeValueAsBytes(report), actor);
            return true;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (Problem problem) {
            if (!problem.code().equals(CONFLICT)) {
                throw problem;
            }
            return reports.find(id)
                    .filter(stored -> same(stored, report, actor))
                    .isPresent();
        }
    }

    private static boolean same(FieldReport stored, ObjectNode report, Actor actor) {
        var place = report.path("tps").asText(report.path("region").asText("").replace(".", ""));
        return stored.kind() == ReportKind.INCIDENT
                && stored.enteredById() == actor.id()
                && stored.area().equals(place)
                && stored.data().toString().equals(report.path("data").toString());
    }

    /** Hour and minute as the reporter's watch shows them, the last time that it was so; nothing written means now. */
    private Instant seen(TypedIncident typed) {
        var now = clock.instant();
        if (!typed.on("jam")) {
            return now;
        }
        var today = now.atZone(regions.zone()).toLocalDate();
        var at = today.atTime(clockTime(typed.text("jam"))).atZone(regions.zone());
        return at.toInstant().isAfter(now.plus(CLOCKS_APART)) ? at.minusDays(1).toInstant() : at.toInstant();
    }

    private static LocalTime clockTime(String text) {
        try {
            return LocalTime.parse(text.replace('.', ':'));
        } catch (DateTimeException e) {
            throw Problem.unprocessable("INCIDENT_TIME", text);
        }
    }
}
