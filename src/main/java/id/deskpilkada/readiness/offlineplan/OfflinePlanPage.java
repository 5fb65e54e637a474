package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.paper.PaperReceipts;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which a plan is read and written; made for a telephone, without scripts. */
@Controller
@RequestMapping("/lapangan/rencana/{tps}")
class OfflinePlanPage {

    private static final Map<String, String> FIELDS = Map.of(
            "channel", "jalur",
            "personName", "nama",
            "personPhone", "telepon",
            "times", "jam",
            "signalPoint", "titik",
            "lat", "lat",
            "remarks", "catatan",
            "alsoFor", "juga");

    private final OfflinePlanning planning;
    private final PlanViews views;
    private final PaperReceipts papers;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;

    OfflinePlanPage(
            OfflinePlanning planning,
            PlanViews views,
            PaperReceipts papers,
            Elections elections,
            Regions regions,
            Messages messages) {
        this.planning = planning;
        this.views = views;
        this.papers = papers;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "tersimpan", required = false) @Nullable String saved,
            Model model,
            Actor actor) {
        var inRound = elections.round(election, round);
        var view = views.of(inRound, tps, actor);
        model.addAttribute("saved", saved != null);
        return shown(inRound, view, PlanForm.of(view), Map.of(), null, model, actor);
    }

    @PostMapping
    String save(
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        var inRound = elections.round(election, round);
        var view = views.of(inRound, tps, actor);
        var form = PlanForm.posted(parameters);
        try {
            planning.record(inRound, tps, form.request(view.slots(), regions.zone()), actor);
        } catch (Problem refusal) {
            if (refusal.status().value() != 422 && refusal.status().value() != 409) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return shown(
                    inRound,
                    view,
                    form,
                    texts(refusal),
                    messages.problem(refusal.code(), refusal.arguments()),
                    model,
                    actor);
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/lapangan/rencana/{tps}")
                        .queryParam("election", inRound.electionCode())
                        .queryParam("round", inRound.code())
                        .queryParam("tersimpan", "ya")
                        .build(tps);
    }

    private String shown(
            RoundRef round,
            PlanView view,
            PlanForm form,
            Map<String, String> errors,
            @Nullable String notice,
            Model model,
            Actor actor) {
        model.addAttribute("round", round);
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("notice", notice);
        model.addAttribute("channels", OfflineChannel.values());
        model.addAttribute("neighbours", views.neighbours(round, view.tps(), actor));
        model.addAttribute("mayPlan", actor.may(Permission.PLAN_OFFLINE, view.tps()));
        model.addAttribute("mayPrint", actor.may(Permission.PRINT_PAPER_FORMS, view.tps()));
        model.addAttribute("papers", papers.of(round, view.tps(), actor));
        model.addAttribute("mayTick", actor.may(Permission.TICK_PAPER, view.tps()));
        return "lapangan/rencana";
    }

    /** The first text for each field of the page. */
    private Map<String, String> texts(Problem refusal) {
        var texts = new LinkedHashMap<String, String>();
        for (FieldProblem error : refusal.errors()) {
            var field = error.field() == null ? "" : error.field();
            var own = field.startsWith("dueTimes.")
                    ? PlanForm.DUE + field.substring("dueTimes.".length())
                    : FIELDS.getOrDefault(field, field);
            texts.putIfAbsent(own, messages.problem(error));
        }
        return texts;
    }
}
