package id.deskpilkada.incident.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.Incidents.Raised;
import id.deskpilkada.incident.ResponseTargets;
import id.deskpilkada.incident.ResponseTargets.Target;
import id.deskpilkada.incident.intake.DeskIncidents;
import id.deskpilkada.incident.reading.IncidentView.Head;
import id.deskpilkada.incident.reading.IncidentView.Sent;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents and dispatches to read, incidents to take down, and the clocks. */
@RestController
@Tag(name = "incidents")
class IncidentController {

    private final IncidentReading reading;
    private final DispatchReading dispatches;
    private final DeskIncidents desk;
    private final ResponseTargets targets;
    private final TransactionTemplate transaction;

    IncidentController(
            IncidentReading reading,
            DispatchReading dispatches,
            DeskIncidents desk,
            ResponseTargets targets,
            TransactionTemplate transaction) {
        this.reading = reading;
        this.dispatches = dispatches;
        this.desk = desk;
        this.targets = targets;
        this.transaction = transaction;
    }

    /** What became of it. */
    record Taken(long id, String number, int severity, IncidentState state) {}

    @Operation(summary = "Take down an incident that somebody tells; the same id again is the same incident")
    @PostMapping("/api/incidents")
    ResponseEntity<Taken> take(@RequestBody ObjectNode told, Actor actor) {
        var raised = desk.take(told, actor);
        var incident = raised.incident();
        return ResponseEntity.status(raised.end() == Raised.End.NEW ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Taken(incident.id(), incident.number(), incident.severity(), incident.state()));
    }

    @Operation(
            summary =
                    "Incidents inside one's own area, the gravest and latest first; agencies find those that they were sent to")
    @GetMapping("/api/incidents")
    Page<Head> list(
            @RequestParam(required = false) @Nullable IncidentState state,
            @RequestParam(required = false) @Nullable Integer severity,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return reading.page(
                new IncidentReading.Question(state, severity, category, region), Page.window(page, size), actor);
    }

    @GetMapping("/api/incidents/{id}")
    IncidentView one(@PathVariable long id, Actor actor) {
        return reading.one(id, actor);
    }

    @Operation(summary = "Agencies that were sent, those first whose answer or next word has been due longest")
    @GetMapping("/api/dispatches")
    Page<Sent> dispatches(
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return dispatches.page(late, state, agency, Page.window(page, size), actor);
    }

    /** The clocks of all severities. */
    record Targets(List<Target> items) {}

    @GetMapping("/api/response-targets")
    Targets targets(Actor actor) {
        actor.require(Permission.SEE_INCIDENTS);
        return new Targets(targets.all());
    }

    @Operation(summary = "Change the clocks of a severity; those that run stay as they are")
    @PutMapping("/api/response-targets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@RequestBody Target target, Actor actor) {
        actor.require(Permission.RUN_ROUNDS);
        transaction.executeWithoutResult(status -> targets.set(target));
    }
}
