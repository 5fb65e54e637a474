package id.deskpilkada.c1;

import id.deskpilkada.platform.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one form behind a line of the tally: photo, every version, its rules, and who did what. */
@Controller
class C1DeskPage {

    private final C1Reading reading;
    private final C1Reach reach;
    private final C1FormRepository forms;
    private final C1Timeline timeline;
    private final C1Sheets sheets;
    private final C1TaskLabels labels;

    C1DeskPage(
            C1Reading reading,
            C1Reach reach,
            C1FormRepository forms,
            C1Timeline timeline,
            C1Sheets sheets,
            C1TaskLabels labels) {
        this.reading = reading;
        this.reach = reach;
        this.forms = forms;
        this.timeline = timeline;
        this.sheets = sheets;
        this.labels = labels;
    }

    @GetMapping("/desk/c1/{race}/{tps}")
    @Transactional
    public String form(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Model model,
            Actor actor) {
        var about = reading.about(election, round, race, tps);
        return reach.to(about, actor, () -> page(about, model, actor));
    }

    private String page(C1Case about, Model model, Actor actor) {
        var view = reading.view(about, actor);
        var shown = view.withheld() ? null : forms.find(about).orElse(null);
        model.addAttribute("about", about);
        model.addAttribute("stationName", labels.station(about));
        model.addAttribute("view", view);
        model.addAttribute("sheet", sheets.of(about, C1Form.Extent.ALL));
        model.addAttribute("versions", view.versions());
        model.addAttribute("standing", shown == null ? 0 : shown.standingNo());
        model.addAttribute(
                "findings",
                view.versions().stream()
                        .filter(version -> shown != null && version.no() == shown.standingNo())
                        .flatMap(version -> C1Work.findings(version).stream())
                        .toList());
        model.addAttribute("steps", shown == null ? List.of() : timeline.of(shown));
        return "desk/c1";
    }
}
