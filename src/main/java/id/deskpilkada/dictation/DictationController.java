package id.deskpilkada.dictation;

import id.deskpilkada.dictation.DictationStands.About;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the desk's entry asks while somebody types. */
@RestController
@RequestMapping("/api/entry")
class DictationController {

    private final DictationPlaces places;
    private final DictationStands stands;
    private final Elections elections;

    DictationController(DictationPlaces places, DictationStands stands, Elections elections) {
        this.places = places;
        this.stands = stands;
        this.elections = elections;
    }

    record Found(List<DictationPlaces.Place> items) {}

    /** @param near code of the village that was worked on before */
    @GetMapping("/places")
    Found find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        actor.require(Permission.REPORT_FOR_OTHERS);
        return new Found(places.find(elections.round(election, round), q, near, actor));
    }

    @GetMapping("/{tps:[0-9]{13}}")
    DictationStand station(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        return stands.of(inRound, tps, about(inRound, kind, slot, race), actor);
    }

    @GetMapping("/{region:[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}(?:\\.[0-9]{4})?}")
    DictationStand region(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var inRound = elections.round(election, round);
        return stands.of(inRound, Area.digits(region), about(inRound, kind, slot, null), actor);
    }

    private About about(RoundRef round, @Nullable ReportKind kind, @Nullable String slot, @Nullable String race) {
        return new About(
                kind,
                slot == null || slot.isBlank() ? null : slot,
                race == null || race.isBlank() ? null : elections.race(round.electionId(), race));
    }
}
