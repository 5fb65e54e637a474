package id.deskpilkada.incident.reading;

import id.deskpilkada.incident.IncidentDecisions;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.engine.LostRace;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the desk decides about an incident; each does what the task of the same name does. */
@RestController
@RequestMapping("/api/incidents/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "incidents")
class IncidentDecisionController {

    private final IncidentDecisions decisions;

    IncidentDecisionController(IncidentDecisions decisions) {
        this.decisions = decisions;
    }

    record Triage(@Nullable Integer severity, @Nullable List<@Nullable String> agencies, @Nullable String note) {}

    record Word(@Nullable String reason) {}

    record Merge(@Nullable Long into) {}

    record Severity(@Nullable Integer severity, @Nullable String reason) {}

    record Sending(@Nullable String agency) {}

    record Closing(@Nullable String outcome, @Nullable Integer hurt, @Nullable OffsetDateTime votingResumedAt) {}

    record Note(@Nullable String note) {}

    @PostMapping("/triage")
    void triage(@PathVariable long id, @RequestBody Triage given, Actor actor) {
        LostRace.again(() -> decisions.handle(
                id,
                Objects.requireNonNullElse(given.severity(), 0),
                Objects.requireNonNullElse(given.agencies(), List.<@Nullable String>of()).stream()
                        .map(code -> Objects.requireNonNullElse(code, ""))
                        .toList(),
                given.note(),
                actor));
    }

    @PostMapping("/reject")
    void reject(@PathVariable long id, @RequestBody Word given, Actor actor) {
        LostRace.again(() -> decisions.reject(id, given.reason(), actor));
    }

    @PostMapping("/merge")
    void merge(@PathVariable long id, @RequestBody Merge given, Actor actor) {
        LostRace.again(() -> decisions.merge(id, Objects.requireNonNullElse(given.into(), 0L), actor));
    }

    @PostMapping("/severity")
    void grade(@PathVariable long id, @RequestBody Severity given, Actor actor) {
        LostRace.again(
                () -> decisions.grade(id, Objects.requireNonNullElse(given.severity(), 0), given.reason(), actor));
    }

    @PostMapping("/dispatches")
    void send(@PathVariable long id, @RequestBody Sending given, Actor actor) {
        LostRace.again(() -> decisions.send(id, Objects.requireNonNullElse(given.agency(), ""), actor));
    }

    @PostMapping("/voting-halted")
    void halt(@PathVariable long id, Actor actor) {
        LostRace.again(() -> decisions.halt(id, actor));
    }

    @PostMapping("/passed-on")
    void passedOn(@PathVariable long id, @RequestBody Note given, Actor actor) {
        LostRace.again(() -> decisions.passedOn(id, given.note(), actor));
    }

    @PostMapping("/close")
    void close(@PathVariable long id, @RequestBody Closing given, Actor actor) {
        var resumed = given.votingResumedAt();
        LostRace.again(() -> decisions.close(
                id, given.outcome(), given.hurt(), resumed == null ? null : resumed.toInstant(), actor));
    }

    @PostMapping("/reopen")
    void reopen(@PathVariable long id, @RequestBody Word given, Actor actor) {
        LostRace.again(() -> decisions.reopen(id, given.reason(), actor));
    }

    @PostMapping("/notes")
    void note(@PathVariable long id, @RequestBody Note given, Actor actor) {
        LostRace.again(() -> decisions.note(id, given.note(), actor));
    }
}
