package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offline-plans")
class OfflinePlanController {

    private final OfflinePlanning planning;
    private final PlanViews views;
    private final BlankSpots spots;
    private final BlankSpotPlaces places;
    private final Elections elections;

    OfflinePlanController(
            OfflinePlanning planning, PlanViews views, BlankSpots spots, BlankSpotPlaces places, Elections elections) {
        this.planning = planning;
        this.views = views;
        this.spots = spots;
        this.places = places;
        this.elections = elections;
    }

    @GetMapping
    Page<BlankSpots.Line> list(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "plan", required = false) BlankSpots.@Nullable State state,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return spots.of(
                elections.round(election, round), places.of(region, actor), state, Page.window(page, size), actor);
    }

    @GetMapping("/{tps}")
    PlanView one(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return views.of(elections.round(election, round), tps, actor);
    }

    @PutMapping("/{tps}")
    PlanView put(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody PlanRequest asked,
            Actor actor) {
        var inRound = elections.round(election, round);
        planning.record(inRound, tps, asked, actor);
        return views.of(inRound, tps, actor);
    }
}
