package id.deskpilkada.evaluation.quality;

import id.deskpilkada.evaluation.ReportPage;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Wording;
import id.deskpilkada.platform.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class QualityPage {

    private static final String PATH = "/desk/mutu";

    private final DeskQuality quality;
    private final Standing standing;
    private final Wording wording;
    private final ReportPage page;

    QualityPage(DeskQuality quality, Standing standing, Wording wording, ReportPage page) {
        this.quality = quality;
        this.standing = standing;
        this.wording = wording;
        this.page = page;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String bagian,
            @RequestParam(defaultValue = "") String urut,
            Actor actor,
            Model model) {
        var asked = new Standing.Asked(election, round, region);
        var place = quality.place(asked, actor);
        return standing.round(asked)
                .map(one -> page.show(
                        quality.of(one, place, actor, wording.ofReader()),
                        asked,
                        new ReportPage.Shown(bagian, urut),
                        PATH,
                        "/api/desk-quality",
                        model))
                .orElse("desk-empty");
    }
}
