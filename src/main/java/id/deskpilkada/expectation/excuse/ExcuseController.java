package id.deskpilkada.expectation.excuse;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ProgressPlaces;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Excuses over HTTP. */
@RestController
@RequestMapping("/api/progress/excuses")
class ExcuseController {

    private final Excuses excuses;
    private final ExcuseReading reading;
    private final ExcuseCheck check;
    private final Elections elections;
    private final ProgressPlaces places;

    ExcuseController(
            Excuses excuses, ExcuseReading reading, ExcuseCheck check, Elections elections, ProgressPlaces places) {
        this.excuses = excuses;
        this.reading = reading;
        this.check = check;
        this.elections = elections;
        this.places = places;
    }

    record Withdrawal(@Nullable String reason) {}

    record Withdrawn(long id, Excuse.State state) {}

    @PostMapping
    Excuses.Outcome excuse(Actor actor, @RequestBody ExcuseRequest request) {
        actor.require(Permission.EXCUSE_REPORTS);
        return excuses.excuse(check.read(request), actor);
    }

    @PostMapping("/{id}/withdrawal")
    Withdrawn withdraw(Actor actor, @PathVariable long id, @RequestBody Withdrawal withdrawal) {
        actor.require(Permission.EXCUSE_REPORTS);
        excuses.withdraw(id, ExcuseCheck.reason(withdrawal.reason()), actor);
        return new Withdrawn(id, Excuse.State.WITHDRAWN);
    }

    @GetMapping
    Page<Excuse> excuses(
            Actor actor,
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        RoundRef inRound = elections.round(election, round);
        String code = ProgressPlaces.filled(race);
        RaceRef ofRace = code == null ? null : elections.race(inRound.electionId(), code);
        return reading.of(
                inRound,
                kind,
                ProgressPlaces.filled(slot),
                ofRace,
                places.place(region, actor),
                Page.window(page, size),
                actor);
    }
}
