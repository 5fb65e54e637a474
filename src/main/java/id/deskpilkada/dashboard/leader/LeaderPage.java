package id.deskpilkada.dashboard.leader;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.day.DayQuestion;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.audit.Audit;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LeaderPage {

    private static final String PATH = "/desk/ringkas";

    private final LeaderViews views;
    private final LeaderPaper paper;
    private final Audit audit;

    LeaderPage(LeaderViews views, LeaderPaper paper, Audit audit) {
        this.views = views;
        this.paper = paper;
        this.audit = audit;
    }

    @ModelAttribute("asked")
    DayQuestion question(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region) {
        return new DayQuestion(election, round, region);
    }

    @GetMapping(PATH)
    String page(@ModelAttribute(name = "asked", binding = false) DayQuestion asked, Actor actor, Model model) {
        return shown(asked, actor, model, "desk/ringkas");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping(PATH + "/bagian")
    String part(@ModelAttribute(name = "asked", binding = false) DayQuestion asked, Actor actor, Model model) {
        return shown(asked, actor, model, "desk/ringkas :: figures");
    }

    private String shown(DayQuestion asked, Actor actor, Model model, String template) {
        actor.require(Permission.OPEN_DASHBOARD);
        return views.of(asked, actor)
                .map(view -> {
                    var question = view.day().question();
                    model.addAttribute("view", view);
                    model.addAttribute("partUrl", address(PATH + "/bagian", question));
                    model.addAttribute("paperUrl", address(PATH + ".pdf", question));
                    return template;
                })
                .orElse("desk-empty");
    }

    private static String address(String path, DayQuestion question) {
        return PageAddress.of(
                path, "region", question.region(), "election", question.election(), "round", question.round());
    }

    /** The same on one sheet of A4, in Indonesian. */
    @GetMapping(path = PATH + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@ModelAttribute(name = "asked", binding = false) DayQuestion asked, Actor actor) {
        actor.require(Permission.OPEN_DASHBOARD);
        return views.of(asked, actor)
                .map(view -> {
                    audit.record("day-summary.exported", null, view.day().here().code(), Map.of());
                    return ResponseEntity.ok()
                            .header(HttpHeaders.CONTENT_DISPOSITION, name(view))
                            .body(paper.of(view));
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String name(LeaderView view) {
        return ContentDisposition.inline()
                .filename(PracticeMark.fileName(
                        view.day().stand().round(),
                        "ringkasan-" + view.day().here().code() + ".pdf"))
                .build()
                .toString();
    }
}
