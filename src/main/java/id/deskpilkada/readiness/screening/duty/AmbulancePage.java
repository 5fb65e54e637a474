package id.deskpilkada.readiness.screening.duty;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.screening.duty.DutyCheckin.Condition;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.directory.Agencies;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Somebody needs an ambulance": one tap on the field page, one confirmation here. The number to call stands above it, once it is confirmed. */
@Controller
@RequestMapping("/lapangan/ambulans")
class AmbulancePage {

    private static final int LISTED = 60;
    private static final List<String> AGENCIES = List.of("psc", "ambulans", "dinkes");

    private final DutyCheckins checkins;
    private final Elections elections;
    private final Regions regions;
    private final Agencies agencies;

    AmbulancePage(DutyCheckins checkins, Elections elections, Regions regions, Agencies agencies) {
        this.checkins = checkins;
        this.elections = elections;
        this.regions = regions;
        this.agencies = agencies;
    }

    @GetMapping
    String ask(
            @RequestParam(required = false) @Nullable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Model model,
            Actor actor) {
        var areas = Stream.concat(
                        actor.areas(Permission.REPORT).stream(), actor.areas(Permission.REPORT_FOR_OTHERS).stream())
                .distinct()
                .toList();
        if (areas.isEmpty()) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var chosen = round(election, round);
        if (chosen.isEmpty()) {
            return "lapangan/ambulans-belum";
        }
        var about = chosen.get();
        var stations = stations(about, Actor.widest(areas));
        var station = tps == null && stations.size() == 1 ? stations.get(0).code() : tps;
        model.addAttribute("round", about);
        if (station == null || station.isBlank()) {
            model.addAttribute("stations", stations.size() > LISTED ? List.of() : stations);
            model.addAttribute("names", (Names) this::name);
            return "lapangan/ambulans-pilih";
        }
        var own = elections
                .station(about, station)
                .filter(known -> areas.stream().anyMatch(known.code()::startsWith))
                .orElseThrow(() -> Problem.forbidden("NOT_YOUR_TPS", station));
        model.addAttribute("station", own);
        model.addAttribute("name", name(own));
        model.addAttribute("id", UUID.randomUUID());
        model.addAttribute("number", number(own.code()));
        return "lapangan/ambulans";
    }

    @PostMapping
    String send(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            RedirectAttributes next) {
        checkins.take(new DutyCheckin(uuid(id), tps, null, Condition.NEEDS_AMBULANCE, election, round), actor);
        next.addAttribute("tps", tps);
        return "redirect:/lapangan/ambulans/terkirim";
    }

    @GetMapping("/terkirim")
    String sent(@RequestParam(defaultValue = "") String tps, Model model, Actor actor) {
        if (!actor.may(Permission.REPORT, tps) && !actor.may(Permission.REPORT_FOR_OTHERS, tps)) {
            throw Problem.forbidden("NOT_YOUR_TPS", tps);
        }
        model.addAttribute("number", number(tps));
        return "lapangan/ambulans-terkirim";
    }

    /** For the template: what a station is called. */
    public interface Names {
        String of(StationRef station);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private Optional<RoundRef> round(@Nullable String election, @Nullable String round) {
        return election == null && round == null
                ? elections.startedRounds().stream().findFirst()
                : Optional.of(elections.round(election, round));
    }

    private List<StationRef> stations(RoundRef round, List<String> areas) {
        return areas.stream().anyMatch(area -> area.length() <= 6)
                ? List.of()
                : areas.stream()
                        .flatMap(area -> elections.stations(round, area).stream())
                        .toList();
    }

    private String name(StationRef station) {
        return "TPS %03d %s".formatted(station.number(), regions.name(station.villageArea()));
    }

    /** The number of the ambulance service of the area, when the installation has confirmed one. */
    private @Nullable Number number(String tps) {
        return AGENCIES.stream()
                .flatMap(code -> agencies.of(code, tps).stream())
                .flatMap(agency ->
                        agency.callable().map(call -> new Number(agency.name(), call.readable(), call.dial())).stream())
                .findFirst()
                .orElse(null);
    }

    /** @param link address that dials */
    public record Number(String name, String readable, @Nullable String link) {}
}
