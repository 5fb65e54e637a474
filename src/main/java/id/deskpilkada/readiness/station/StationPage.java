package id.deskpilkada.readiness.station;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one polling station. */
@Controller
class StationPage {

    private final Elections elections;
    private final Regions regions;
    private final StationFiles files;

    StationPage(Elections elections, Regions regions, StationFiles files) {
        this.elections = elections;
        this.regions = regions;
        this.files = files;
    }

    @GetMapping("/desk/kesiapan/tps/{tps}")
    @Transactional(readOnly = true)
    public String station(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Model model,
            Actor actor) {
        actor.require(Permission.SEE_READINESS, tps);
        var shown = elections.round(election, round);
        var station = elections.station(shown, tps).orElseThrow(() -> Problem.notFound("UNKNOWN_REGION", tps));
        model.addAttribute("round", shown);
        model.addAttribute("station", station);
        model.addAttribute("name", "TPS %03d".formatted(new TpsCode(tps).number()));
        model.addAttribute("village", Area.dotted(station.villageArea()));
        model.addAttribute("villageName", regions.name(station.villageArea()));
        model.addAttribute("districtName", regions.name(station.districtArea()));
        model.addAttribute("file", files.of(shown, tps));
        model.addAttribute("files", files);
        return "desk/kesiapan-tps";
    }
}
