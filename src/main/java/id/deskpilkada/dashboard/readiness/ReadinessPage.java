package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.platform.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ReadinessPage {

    private final ReadinessViews views;

    ReadinessPage(ReadinessViews views) {
        this.views = views;
    }

    @GetMapping("/desk/kesiapan")
    String page(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String pemilik,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "0") int daftar,
            Actor actor,
            Model model) {
        var question = new ReadinessQuestion(election, round, region, slot, pemilik, page, daftar);
        return views.of(question, actor)
                .map(view -> {
                    model.addAttribute("view", view);
                    return "desk/kesiapan";
                })
                .orElse("desk-empty");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/kesiapan/angka")
    String figures(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String pemilik,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "0") int daftar,
            Actor actor,
            Model model) {
        String shown = page(election, round, region, slot, pemilik, page, daftar, actor, model);
        return shown.equals("desk/kesiapan") ? "desk/kesiapan :: figures" : shown;
    }
}
