package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of vulnerable places by program. */
@RestController
@Tag(name = "risks")
class RiskController {

    private final RiskRegister register;
    private final Risks risks;
    private final RiskIndicators indicators;
    private final Elections elections;

    RiskController(RiskRegister register, Risks risks, RiskIndicators indicators, Elections elections) {
        this.register = register;
        this.risks = risks;
        this.indicators = indicators;
        this.elections = elections;
    }

    record Indicator(
            String code,
            String set,
            String variable,
            String variableName,
            String name,
            int weight,
            String owner,
            boolean active) {}

    @Operation(summary = "The indicators of this installation in their order")
    @GetMapping("/api/risks/indicators")
    List<Indicator> indicators(Actor actor) {
        RiskReach.of(actor);
        return indicators.all().stream()
                .map(one -> new Indicator(
                        one.code(),
                        one.setName(),
                        one.variable(),
                        indicators.variableName(one.variable()),
                        one.text(),
                        one.weight(),
                        one.owner(),
                        one.active()))
                .toList();
    }

    @Operation(summary = "Entries inside one's area, by place; agencies get what was handed over to them")
    @GetMapping("/api/risks")
    Page<RiskView> page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String variable,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var question = RiskQuestion.of(region, variable, indicator, level, owner, state);
        return register.page(election, question, Page.window(page, size), actor);
    }

    /** One of region and tps. */
    record Entry(@Nullable String region, @Nullable String tps, @Nullable String indicator, @Nullable String note) {

        String place() {
            return tps == null || tps.isBlank() ? Objects.requireNonNullElse(region, "") : tps;
        }
    }

    @Operation(
            summary =
                    "Record a risk: 201 new; 200 the same again, which changes its note and opens it again when it was closed")
    @PostMapping("/api/risks")
    ResponseEntity<RiskRegister.Whole> record(
            @RequestBody Entry entry, @RequestParam(required = false) @Nullable String election, Actor actor) {
        var recorded = risks.record(
                elections.electionId(election),
                entry.place(),
                Objects.requireNonNullElse(entry.indicator(), ""),
                entry.note(),
                actor);
        return ResponseEntity.status(recorded.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(register.one(recorded.id(), actor));
    }

    @Operation(summary = "One entry with its history and what is done about it")
    @GetMapping("/api/risks/{id:[0-9]+}")
    RiskRegister.Whole one(@PathVariable long id, Actor actor) {
        return register.one(id, actor);
    }

    record Closing(@Nullable String reason) {}

    @Operation(summary = "Close an entry with a reason; it stays in the register")
    @PostMapping("/api/risks/{id}/close")
    RiskRegister.Whole close(@PathVariable long id, @RequestBody Closing closing, Actor actor) {
        risks.close(id, closing.reason(), actor);
        return register.one(id, actor);
    }

    @Operation(summary = "Class of a TPS or region, with its own entries and those of the areas above it")
    @GetMapping("/api/risks/places/{region}")
    RiskRegister.Place place(
            @PathVariable String region, @RequestParam(required = false) @Nullable String election, Actor actor) {
        return register.place(election, region, actor);
    }
}
