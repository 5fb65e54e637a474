package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of vulnerable places on their way to agencies, by program. */
@RestController
@RequestMapping("/api/risk-handovers")
@Tag(name = "risks")
class HandoverController {

    private final HandoverDesk desk;
    private final HandoverReading reading;

    HandoverController(HandoverDesk desk, HandoverReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    @Operation(summary = "Lists of one's area, or of one's own agency, the newest first")
    @GetMapping
    Page<HandoverReading.Line> page(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return reading.page(actor, state, Page.window(page, size));
    }

    record Count(int rows) {}

    @Operation(summary = "How many rows a list would have: open risks that do not lie with this agency already")
    @GetMapping("/preview")
    Count preview(
            @RequestParam String agency,
            @RequestParam List<String> indicator,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return new Count(desk.count(agency, indicator, region, election, round, actor));
    }

    @Operation(summary = "Hand a list over: it is frozen, the agency is told, and its task opens")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HandoverReading.Whole hand(
            @RequestBody HandoverChoice.Given choice,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return reading.one(desk.hand(choice, election, round, actor), actor);
    }

    @GetMapping("/{id:[0-9]+}")
    HandoverReading.Whole one(@PathVariable long id, Actor actor) {
        return reading.one(id, actor);
    }

    @Operation(summary = "What stands on the list, frozen when it was handed over")
    @GetMapping("/{id:[0-9]+}/items")
    Page<HandoverReading.Row> items(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Actor actor) {
        return reading.rows(id, Page.window(page, size), actor);
    }

    record Deeds(@Nullable List<Measures.Given> measures) {}

    @Operation(
            summary =
                    "Save measures, as many and as often as one likes; each by an id that the caller makes. Those not named stay")
    @PutMapping("/{id:[0-9]+}/measures")
    HandoverReading.Whole measures(@PathVariable long id, @RequestBody Deeds deeds, Actor actor) {
        desk.save(id, Objects.requireNonNullElse(deeds.measures(), List.of()), actor);
        return reading.one(id, actor);
    }
}
