package id.deskpilkada.dashboard.map;

import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MapPage {

    private final MapViews views;

    MapPage(MapViews views) {
        this.views = views;
    }

    @GetMapping("/desk/peta")
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String lapis,
            Actor actor,
            Model model) {
        return views.of(election, round, region, lapis, actor)
                .map(view -> {
                    model.addAttribute("view", view);
                    return "desk/peta";
                })
                .orElse("desk-empty");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/peta/tabel")
    String table(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String lapis,
            Actor actor,
            Model model) {
        String shown = page(election, round, region, lapis, actor, model);
        return shown.equals("desk/peta") ? "desk/peta :: table" : shown;
    }
}
