package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages people in the field work with; they need nothing but a browser, no scripts. */
@Controller
@RequestMapping("/lapangan")
class FieldPages {

    private final C1Reading reading;
    private final FieldList list;
    private final FieldForms forms;
    private final FieldReports reports;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;
    private final ObjectMapper json;

    FieldPages(
            C1Reading reading,
            FieldList list,
            FieldForms forms,
            FieldReports reports,
            Elections elections,
            Regions regions,
            Messages messages,
            ObjectMapper json) {
        this.reading = reading;
        this.list = list;
        this.forms = forms;
        this.reports = reports;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/daftar")
    String list(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(name = "wilayah", required = false) @Nullable String area,
            @RequestParam(name = "halaman", defaultValue = "0") int page,
            Model model,
            Actor actor) {
        var areas = FieldList.areas(actor);
        var rounds = elections.startedRounds();
        if (areas.isEmpty() || rounds.isEmpty()) {
            model.addAttribute("notice", areas.isEmpty() ? "c1.page.notReporter" : "c1.page.noRound");
            return "lapangan/kosong";
        }
        var chosen = election == null && round == null ? rounds.get(0) : elections.round(election, round);
        model.addAttribute("round", chosen);
        model.addAttribute("rounds", rounds);
        model.addAttribute("races", elections.races(chosen.electionId()));
        model.addAttribute("race", race);
        model.addAttribute("area", area);
        if (area == null && areas.stream().anyMatch(own -> own.length() <= 4)) {
            model.addAttribute("districts", regions.districts());
            return "lapangan/kecamatan";
        }
        model.addAttribute("listing", list.of(chosen, within(areas, area), race, page));
        return "lapangan/daftar";
    }

    private static Set<String> within(Set<String> areas, @Nullable String area) {
        if (area == null) {
            return areas;
        }
        if (areas.stream().noneMatch(area::startsWith)) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        return Set.of(area);
    }

    @GetMapping("/c1/{race}/{tps}")
    String form(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            Model model,
            Actor actor) {
        var about = about(race, tps, parameters);
        var sent = parameters.containsKey("terkirim") ? FieldEntry.id(parameters.get("terkirim")) : null;
        var errors = parameters.containsKey("foto")
                ? Map.of("photos", messages.text("c1.page.photos.required"))
                : Map.<String, String>of();
        model.addAttribute("page", forms.open(about, parameters.containsKey("perbaiki"), sent, errors, actor));
        return "lapangan/formulir";
    }

    @PostMapping("/c1/{race}/{tps}")
    String send(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response,
            Actor actor) {
        var about = about(race, tps, parameters);
        var entry = FieldEntry.posted(parameters, forms.sheet(about).paths());
        if (entry.correction() && entry.reason() == null) {
            return again(
                    about,
                    entry,
                    Map.of("reason", messages.text("c1.page.reason.required")),
                    422,
                    response,
                    model,
                    actor);
        }
        try {
            reports.acknowledge(entry.id(), entry.report(about, json), actor);
            return "redirect:"
                    + address(about).queryParam("terkirim", entry.id()).build().encode();
        } catch (Problem problem) {
            if (problem.code().equals("REPORT_CONFLICT")) {
                return again(
                        about,
                        entry.asCorrection(),
                        Map.of("", messages.text("c1.page.conflict")),
                        409,
                        response,
                        model,
                        actor);
            }
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            return again(about, entry, texts(problem), 422, response, model, actor);
        }
    }

    private String again(
            C1Case about,
            FieldEntry entry,
            Map<String, String> errors,
            int status,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        response.setStatus(status);
        var notice = errors.getOrDefault("", messages.text("c1.page.refused", errors.size()));
        model.addAttribute("page", forms.again(about, entry, errors, notice, actor));
        return "lapangan/formulir";
    }

    /** The first text for each field; what belongs to no field of the page stands above them. */
    private Map<String, String> texts(Problem problem) {
        var texts = new LinkedHashMap<String, String>();
        for (FieldProblem error : problem.errors()) {
            var field = error.field() == null ? "" : error.field().replaceFirst("^data\\.", "");
            texts.putIfAbsent(field, messages.problem(error));
        }
        return texts;
    }

    private C1Case about(String race, String tps, Map<String, String> parameters) {
        return reading.about(parameters.get("election"), parameters.get("round"), race, tps);
    }

    static UriComponentsBuilder address(C1Case about) {
        return UriComponentsBuilder.fromPath("/lapangan/c1/{race}/{tps}")
                .queryParam("election", about.round().electionCode())
                .queryParam("round", about.round().code())
                .uriVariables(Map.of("race", about.race().code(), "tps", about.tps()));
    }
}
