package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of vulnerable places: filtered, place by place, and entry by entry. Works without JavaScript. */
@Controller
@RequestMapping("/desk/rawan")
class RiskPage {

    private static final int SIZE = 50;
    private static final int VILLAGE_DIGITS = 10;

    private final RiskRegister register;
    private final Risks risks;
    private final RiskFacts facts;
    private final RiskIndicators indicators;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;

    RiskPage(
            RiskRegister register,
            Risks risks,
            RiskFacts facts,
            RiskIndicators indicators,
            Elections elections,
            Regions regions,
            Messages messages) {
        this.register = register;
        this.risks = risks;
        this.facts = facts;
        this.indicators = indicators;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
    }

    @ModelAttribute("indicators")
    RiskIndicators indicators() {
        return indicators;
    }

    /** TPS of each class in one part of the area shown. */
    record Part(String area, String name, RiskFacts.Counts counts) {}

    @GetMapping
    String page(
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "variabel", defaultValue = "") String variable,
            @RequestParam(name = "kelas", defaultValue = "") String level,
            @RequestParam(name = "penanggung", defaultValue = "") String owner,
            @RequestParam(name = "keadaan", defaultValue = "OPEN") String state,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        var reach = RiskReach.of(actor);
        var question = RiskQuestion.of(region, variable, "", level, owner, state.equals("semua") ? "" : state);
        model.addAttribute("question", question);
        model.addAttribute("readsAll", reach.readsAll());
        model.addAttribute("mayRecord", actor.may(Permission.RECORD_RISKS));
        model.addAttribute("mayHandOver", actor.may(Permission.HAND_OVER_RISKS));
        model.addAttribute("districts", districts(actor));
        model.addAttribute("levels", List.of("HIGH", "MEDIUM", "LOW"));
        model.addAttribute("states", RiskQuestion.State.values());
        try {
            model.addAttribute("found", register.page(null, question, Page.window(page, SIZE), actor));
            model.addAttribute("variables", register.byVariable(null, question.area(), actor));
            model.addAttribute("parts", reach.readsAll() ? parts(question, reach) : List.of());
        } catch (Problem refusal) {
            if (!refusal.code().equals("ELECTION_REQUIRED")) {
                throw refusal;
            }
            model.addAttribute("noElection", true);
        }
        return "desk/rawan";
    }

    private List<Region> districts(Actor actor) {
        return regions.districts().stream()
                .filter(district -> actor.may(Permission.READ_RISKS, district.area())
                        || actor.may(Permission.MITIGATE_RISKS, district.area()))
                .toList();
    }

    private List<Part> parts(RiskQuestion question, RiskReach reach) {
        var area = question.area().isEmpty() ? reach.areas().get(0) : question.area();
        if (area.length() >= VILLAGE_DIGITS || reach.areas().stream().noneMatch(area::startsWith)) {
            return List.of();
        }
        return facts.countsOfElection(elections.electionId(null), area).entrySet().stream()
                .map(entry -> new Part(entry.getKey(), regions.name(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Part::area))
                .toList();
    }

    @GetMapping("/{id:[0-9]+}")
    String one(@PathVariable long id, Actor actor, Model model) {
        var whole = register.one(id, actor);
        model.addAttribute("whole", whole);
        model.addAttribute(
                "mayClose",
                !whole.risk().state().equals("CLOSED")
                        && actor.may(Permission.RECORD_RISKS, whole.risk().code()));
        model.addAttribute(
                "mayReadPlace", actor.may(Permission.READ_RISKS, whole.risk().code()));
        return "desk/rawan-satu";
    }

    @PostMapping("/{id:[0-9]+}/tutup")
    String close(
            @PathVariable long id,
            @RequestParam(name = "alasan", defaultValue = "") String reason,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            risks.close(id, reason, actor);
        } catch (Problem refusal) {
            say(refusal, response, model);
            return one(id, actor, model);
        }
        return "redirect:/desk/rawan/" + id + "?tersimpan=true";
    }

    @GetMapping("/tempat/{region}")
    String place(@PathVariable String region, Actor actor, Model model) {
        model.addAttribute("found", register.place(null, region, actor));
        model.addAttribute("area", Area.digits(region));
        return "desk/rawan-tempat";
    }

    @GetMapping("/baru")
    String form(@RequestParam(name = "tempat", defaultValue = "") String place, Actor actor, Model model) {
        actor.require(Permission.RECORD_RISKS);
        model.addAttribute("place", place);
        return "desk/rawan-baru";
    }

    @PostMapping
    String record(
            @RequestParam(name = "tempat", defaultValue = "") String place,
            @RequestParam(name = "indikator", defaultValue = "") String indicator,
            @RequestParam(name = "catatan", required = false) @Nullable String note,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            var recorded = risks.record(elections.electionId(null), place, indicator, note, actor);
            return "redirect:/desk/rawan/" + recorded.id() + "?tersimpan=true";
        } catch (Problem refusal) {
            say(refusal, response, model);
            model.addAttribute("indicator", indicator);
            model.addAttribute("note", Objects.requireNonNullElse(note, ""));
            return form(place, actor, model);
        }
    }

    private void say(Problem refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.status().value());
        model.addAttribute("refusal", messages.refusal(refusal));
    }
}
