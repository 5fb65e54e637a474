package id.deskpilkada.dashboard.desk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DeskPage {

    private final DeskViews views;

    DeskPage(DeskViews views) {
        this.views = views;
    }

    @GetMapping("/desk/suara")
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "received") String basis,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        actor.require(Permission.OPEN_DASHBOARD);
        var question = new DeskQuestion(election, round, race, region, basis, page);
        return views.of(question, actor)
                .map(view -> {
                    model.addAttribute("view", view);
                    model.addAttribute(
                            "mayCall",
                            actor.may(Permission.CALL_REPORTERS, view.stand().area()));
                    model.addAttribute(
                            "mayTick",
                            actor.may(Permission.TICK_PAPER, view.stand().area()));
                    return "desk/suara";
                })
                .orElse("desk-empty");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/suara/angka")
    String figures(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "received") String basis,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        String shown = page(election, round, race, region, basis, page, actor, model);
        return shown.equals("desk/suara") ? "desk/suara :: figures" : shown;
    }
}
