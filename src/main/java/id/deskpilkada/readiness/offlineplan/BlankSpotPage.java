package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All blank spots of an area, with and without a plan. */
@Controller
class BlankSpotPage {

    private static final int SIZE = 25;

    private final BlankSpots spots;
    private final BlankSpotPlaces places;
    private final Elections elections;
    private final Regions regions;

    BlankSpotPage(BlankSpots spots, BlankSpotPlaces places, Elections elections, Regions regions) {
        this.spots = spots;
        this.places = places;
        this.elections = elections;
        this.regions = regions;
    }

    @GetMapping("/desk/blank-spot")
    String page(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "rencana", required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Actor actor) {
        actor.require(Permission.SEE_BLANK_SPOTS);
        var rounds = elections.startedRounds();
        if (election == null && round == null && rounds.isEmpty()) {
            return "desk/blank-spot";
        }
        var inRound = election == null && round == null ? rounds.get(0) : elections.round(election, round);
        var place = places.of(region, actor);
        var state = Arrays.stream(BlankSpots.State.values())
                .filter(known -> known.name().equals(plan))
                .findFirst()
                .orElse(null);
        model.addAttribute("round", inRound);
        model.addAttribute("region", place);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("found", spots.of(inRound, place, state, Page.window(page, SIZE), actor));
        model.addAttribute("counts", spots.counts(inRound, place));
        model.addAttribute(
                "districts",
                regions.districts().stream()
                        .filter(district -> actor.may(Permission.SEE_BLANK_SPOTS, district.code()))
                        .toList());
        model.addAttribute(
                "whole",
                actor.may(Permission.SEE_BLANK_SPOTS, regions.installation().code()));
        return "desk/blank-spot";
    }
}
