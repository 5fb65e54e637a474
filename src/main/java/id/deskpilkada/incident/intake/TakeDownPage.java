package id.deskpilkada.incident.intake;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the desk types what a caller says; the page of the incident follows. */
@Controller
@RequestMapping("/desk/kejadian/catat")
class TakeDownPage {

    private static final int CHOICES = 12;

    private final DeskIncidents desk;
    private final ToldPlaces places;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    TakeDownPage(
            DeskIncidents desk,
            ToldPlaces places,
            Elections elections,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.desk = desk;
        this.places = places;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            Actor actor,
            Model model) {
        actor.require(Permission.REPORT_FOR_OTHERS);
        return shown(TypedIncident.empty(election, round), Map.of(), List.of(), model);
    }

    @ModelAttribute("typed")
    TypedIncident typed(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String pelapor,
            @RequestParam(defaultValue = "PHONE") String lewat,
            @RequestParam(defaultValue = "") String tempat,
            @RequestParam(defaultValue = "") String pilih,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String jenis,
            @RequestParam(defaultValue = "") String uraian,
            @RequestParam(defaultValue = "") List<String> tanda,
            @RequestParam(defaultValue = "") String pukul,
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round) {
        return new TypedIncident(
                id,
                pelapor,
                lewat,
                pilih.isEmpty() ? tempat : pilih,
                kode,
                jenis,
                uraian,
                tanda.contains("korban"),
                tanda.contains("ambulans"),
                tanda.contains("nyawa"),
                tanda.contains("terhenti"),
                pukul,
                election,
                round);
    }

    @PostMapping
    String take(
            @ModelAttribute(name = "typed", binding = false) TypedIncident typed,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        actor.require(Permission.REPORT_FOR_OTHERS);
        var round = round(typed);
        var place = places.one(round, typed.code(), typed.place(), actor);
        try {
            var raised = desk.take(typed.told(place.orElse(""), regions.zone(), clock.instant()), actor);
            return "redirect:/desk/kejadian/" + raised.incident().id();
        } catch (Problem refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
            var choices =
                    place.isPresent() ? List.<ToldPlaces.Place>of() : places.find(round, typed.place(), CHOICES, actor);
            return shown(typed, wrong(refusal, placeProblem(typed, choices)), choices, model);
        }
    }

    private static String placeProblem(TypedIncident typed, List<ToldPlaces.Place> choices) {
        if (typed.place().isBlank()) {
            return "FIELD_REQUIRED";
        }
        return choices.isEmpty() ? "PLACE_UNKNOWN" : "PLACE_SEVERAL";
    }

    private RoundRef round(TypedIncident typed) {
        return elections.round(typed.election(), typed.round());
    }

    /** By field; several of one field are told together. */
    private Map<String, String> wrong(Problem refusal, String place) {
        return refusal.errors().stream()
                .collect(Collectors.toMap(
                        error -> Objects.requireNonNullElse(error.field(), ""),
                        error -> text(error, place),
                        (one, other) -> one + " " + other));
    }

    private String text(FieldProblem error, String place) {
        return "region".equals(error.field()) ? messages.problem(place, List.of()) : messages.problem(error);
    }

    private String shown(TypedIncident typed, Map<String, String> wrong, List<ToldPlaces.Place> choices, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("choices", choices);
        model.addAttribute(
                "rounds",
                elections.shownRounds().stream()
                        .filter(round -> round.phase() != RoundPhase.PREPARED)
                        .toList());
        return "desk/kejadian-catat";
    }
}
