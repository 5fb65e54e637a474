package id.deskpilkada.dashboard.day;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page: five answers in ten seconds, each one tap from the work, and no votes, so that everybody with a dashboard may look. */
@Controller
class DayPage {

    private final DayViews views;
    private final WaitingFor waiting;

    DayPage(DayViews views, WaitingFor waiting) {
        this.views = views;
        this.waiting = waiting;
    }

    @GetMapping("/desk")
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "urut", required = false) @Nullable String order,
            Actor actor,
            Model model) {
        actor.require(Permission.OPEN_DASHBOARD);
        return views.of(new DayQuestion(election, round, region, order), actor)
                .map(view -> {
                    model.addAttribute("view", view);
                    model.addAttribute("waiting", waiting.of(actor));
                    model.addAttribute(
                            "mayCall",
                            actor.may(Permission.CALL_REPORTERS, view.stand().area()));
                    model.addAttribute("maySeeRounds", actor.may(Permission.SEE_ROUNDS));
                    return "desk";
                })
                .orElse("desk-empty");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/angka")
    String figures(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "urut", required = false) @Nullable String order,
            Actor actor,
            Model model) {
        String shown = page(election, round, region, order, actor, model);
        return shown.equals("desk") ? "desk :: figures" : shown;
    }
}
