package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk plans visits, gives them to somebody else, and sees which are confirmed. */
@Controller
@RequestMapping("/desk/kunjungan")
class VisitDeskPage {

    private static final int SIZE = 25;

    private final VisitPlanning planning;
    private final VisitViews views;
    private final VisitSuggestions suggestions;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Messages messages;

    VisitDeskPage(
            VisitPlanning planning,
            VisitViews views,
            VisitSuggestions suggestions,
            Elections elections,
            Regions regions,
            Staff staff,
            Messages messages) {
        this.planning = planning;
        this.views = views;
        this.suggestions = suggestions;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.messages = messages;
    }

    @GetMapping
    String page(@RequestParam Map<String, String> parameters, Model model, Actor actor) {
        actor.require(Permission.PLAN_VISITS);
        var rounds = elections.startedRounds();
        var named = parameters.get("round");
        if (named == null && rounds.isEmpty()) {
            return "desk/kunjungan";
        }
        var round = named == null ? rounds.get(0) : elections.round(parameters.get("election"), named);
        var region = regions.installation();
        var written = parameters.getOrDefault("halaman", "0");
        int page = written.matches("[0-9]{1,6}") ? Integer.parseInt(written) : 0;
        model.addAttribute("round", round);
        model.addAttribute("typed", parameters);
        model.addAttribute("found", views.planned(round, region.code(), null, Page.window(page, SIZE), actor));
        model.addAttribute("suggestions", suggestions.of(round, region.area(), actor));
        model.addAttribute("leaders", staff.holders("leader", region.area()));
        return "desk/kunjungan";
    }

    @PostMapping
    String plan(@RequestParam Map<String, String> parameters, HttpServletResponse response, Model model, Actor actor) {
        return saved(
                parameters,
                response,
                model,
                actor,
                () -> planning.plan(
                        elections.round(parameters.get("election"), parameters.get("round")),
                        typed(parameters),
                        actor));
    }

    @PostMapping("/{id}/ubah")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        return saved(parameters, response, model, actor, () -> planning.change(id, typed(parameters), actor));
    }

    @PostMapping("/{id}/batal")
    String cancel(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        return saved(parameters, response, model, actor, () -> planning.cancel(id, parameters.get("alasan"), actor));
    }

    private String saved(
            Map<String, String> parameters, HttpServletResponse response, Model model, Actor actor, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/kunjungan?tersimpan=ya";
        } catch (Problem refusal) {
            if (refusal.status().value() != 422 && refusal.status().value() != 409) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
            model.addAttribute(
                    "faults",
                    refusal.errors().stream().map(messages::problem).distinct().toList());
            return page(parameters, model, actor);
        }
    }

    private VisitPlanning.Plan typed(Map<String, String> parameters) {
        return new VisitPlanning.Plan(
                parameters.get("tps"),
                parameters.get("pimpinan"),
                time(parameters.get("waktu")),
                parameters.get("alasan"));
    }

    /** What cannot be read is refused like a time out of bounds. */
    private @Nullable Instant time(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(written).atZone(regions.zone()).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }
}
