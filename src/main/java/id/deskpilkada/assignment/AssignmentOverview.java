package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the districts of a person are. */
@Component
class AssignmentOverview {

    private static final int DISTRICT = 6;
    private static final int LISTED = 30;

    private final Elections elections;
    private final Regions regions;
    private final DistrictViews views;

    AssignmentOverview(Elections elections, Regions regions, DistrictViews views) {
        this.elections = elections;
        this.regions = regions;
        this.views = views;
    }

    List<RoundRef> rounds() {
        return elections.startedRounds();
    }

    /** The named round, or the one that runs; of several the first. */
    RoundRef round(@Nullable String election, @Nullable String round) {
        return election == null || election.isBlank()
                ? elections.startedRounds().get(0)
                : elections.round(election, round);
    }

    AssignmentCase of(RoundRef round, String district) {
        return views.find(district, round.electionCode(), round.code());
    }

    /** Districts inside which the person may see namings, by code. */
    List<Region> districts(Actor actor) {
        var areas = Actor.widest(actor.areas(Permission.SEE_ASSIGNMENTS));
        return regions.districts().stream()
                .filter(district -> areas.stream().anyMatch(area -> inside(district.area(), area)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Page<DistrictView> page(RoundRef round, List<Region> districts, int page) {
        var window = Page.window(page, LISTED);
        var shown = districts.stream()
                .skip(window.offset())
                .limit(window.size())
                .map(district -> views.view(views.of(round, district.area())))
                .toList();
        return new Page<>(shown, window.page(), window.size(), districts.size());
    }

    private static boolean inside(String district, String area) {
        return district.startsWith(area.substring(0, Math.min(DISTRICT, area.length())));
    }
}
