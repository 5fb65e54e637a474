package id.deskpilkada.dashboard.voting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class VotingPage {

    private final VotingViews views;

    VotingPage(VotingViews views) {
        this.views = views;
    }

    @ModelAttribute("asked")
    VotingQuestion question(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String urut,
            @RequestParam(defaultValue = "0") int page) {
        return new VotingQuestion(election, round, region, slot, urut, page);
    }

    @GetMapping("/desk/pemungutan")
    String page(@ModelAttribute(name = "asked", binding = false) VotingQuestion asked, Actor actor, Model model) {
        var shown = part(asked, actor, model, "desk/pemungutan");
        views.curve(asked, actor).ifPresent(curve -> model.addAttribute("curve", curve));
        return shown;
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/pemungutan/angka")
    String figures(@ModelAttribute(name = "asked", binding = false) VotingQuestion asked, Actor actor, Model model) {
        return part(asked, actor, model, "desk/pemungutan-bagian");
    }

    /** The curve alone. */
    @GetMapping("/desk/pemungutan/kurva")
    String curve(@ModelAttribute(name = "asked", binding = false) VotingQuestion asked, Actor actor, Model model) {
        actor.require(Permission.OPEN_DASHBOARD);
        return views.curve(asked, actor)
                .map(curve -> {
                    model.addAttribute("curve", curve);
                    return "desk/pemungutan-kurva :: curve";
                })
                .orElse("desk-empty");
    }

    private String part(VotingQuestion asked, Actor actor, Model model, String template) {
        actor.require(Permission.OPEN_DASHBOARD);
        return views.of(asked, actor)
                .map(view -> {
                    model.addAttribute("view", view);
                    model.addAttribute(
                            "mayCall",
                            actor.may(Permission.CALL_REPORTERS, view.question().region()));
                    model.addAttribute(
                            "mayConfirm",
                            actor.may(
                                    Permission.CONFIRM_TURNOUT, view.question().region()));
                    model.addAttribute("maySeeIncidents", actor.may(Permission.SEE_INCIDENTS));
                    return template;
                })
                .orElse("desk/pemungutan-kosong");
    }
}
