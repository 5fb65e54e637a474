package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a reporter checks all TPS of a village in minutes. */
@Controller
class ReadinessPages {

    private static final int VILLAGE = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy HH.mm");

    private final Elections elections;
    private final PreparationDates dates;
    private final ReadinessSlots slots;
    private final Regions regions;

    ReadinessPages(Elections elections, PreparationDates dates, ReadinessSlots slots, Regions regions) {
        this.elections = elections;
        this.dates = dates;
        this.slots = slots;
        this.regions = regions;
    }

    @GetMapping("/lapangan/kesiapan")
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "tahap", required = false) @Nullable ReadinessStage stage,
            @RequestParam(name = "wilayah", required = false) @Nullable String area,
            Model model,
            Actor actor) {
        var areas =
                Actor.widest(actor.areas(Permission.REPORT)).stream().sorted().toList();
        var rounds = rounds();
        if (areas.isEmpty() || rounds.isEmpty()) {
            return empty(model, areas.isEmpty() ? "readiness.notReporter" : "readiness.noRound");
        }
        var chosen = election == null && round == null ? rounds.get(0) : elections.round(election, round);
        var place = area == null ? areas.get(0) : inside(areas, area);
        if (elections.stations(chosen, place).isEmpty()) {
            return empty(model, "readiness.noVillage");
        }
        model.addAttribute("round", chosen);
        model.addAttribute("rounds", rounds);
        model.addAttribute("area", place);
        model.addAttribute("areaName", regions.name(place.length() > VILLAGE ? place.substring(0, VILLAGE) : place));
        if (place.length() < VILLAGE) {
            model.addAttribute("places", places(chosen, place));
            return "lapangan/kesiapan-desa";
        }
        var shown = stage == null ? ReadinessStage.SITE : stage;
        model.addAttribute("stage", shown);
        model.addAttribute(
                "places", areas.size() > 1 ? areas.stream().map(this::region).toList() : List.of());
        model.addAttribute(
                "due", slots.due(chosen.id(), shown).atZone(regions.zone()).format(DAY));
        return "lapangan/kesiapan";
    }

    private static String empty(Model model, String notice) {
        model.addAttribute("notice", notice);
        return "lapangan/kesiapan-kosong";
    }

    private List<RoundRef> rounds() {
        return elections.startedRounds().stream()
                .filter(round -> dates.siteSlot(round.id()).isPresent())
                .toList();
    }

    private static String inside(List<String> areas, String area) {
        if (areas.stream().noneMatch(area::startsWith)) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        return area;
    }

    /** The places one level below that have TPS. */
    private List<Place> places(RoundRef round, String area) {
        return regions.children(area).stream()
                .map(Region::area)
                .filter(child -> !elections.stations(round, child).isEmpty())
                .map(this::region)
                .toList();
    }

    private Place region(String area) {
        return area.length() > VILLAGE
                ? new Place(
                        area, "TPS %s %s".formatted(area.substring(VILLAGE), regions.name(area.substring(0, VILLAGE))))
                : new Place(area, regions.name(area));
    }

    record Place(String area, String name) {}
}
