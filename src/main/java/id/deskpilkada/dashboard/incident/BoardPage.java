package id.deskpilkada.dashboard.incident;

import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BoardPage {

    private final BoardViews views;
    private final IncidentBoard board;

    BoardPage(BoardViews views, IncidentBoard board) {
        this.views = views;
        this.board = board;
    }

    @ModelAttribute("asked")
    BoardAddress address(
            @RequestParam(defaultValue = "") String tahap,
            @RequestParam(defaultValue = "0") int tingkat,
            @RequestParam(defaultValue = "") String jenis,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String hanya,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String peta,
            @RequestParam(defaultValue = "0") int page) {
        return new BoardAddress(tahap, tingkat, jenis, region, hanya, q, election, round, peta, Math.max(0, page));
    }

    @GetMapping("/desk/kejadian")
    String page(@ModelAttribute(name = "asked", binding = false) BoardAddress asked, Actor actor, Model model) {
        var view = views.of(asked, actor);
        board.opened(view.board(), view.area().isEmpty() ? actor.areas().get(0) : view.area());
        model.addAttribute("view", view);
        return "desk/kejadian";
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/kejadian/papan")
    String part(@ModelAttribute(name = "asked", binding = false) BoardAddress asked, Actor actor, Model model) {
        model.addAttribute("view", views.of(asked, actor));
        model.addAttribute("part", true);
        return "desk/kejadian-papan :: board";
    }

    /** Where signals stood before they became incidents. */
    @GetMapping("/desk/sinyal")
    String signals(Actor actor) {
        actor.require(Permission.SEE_INCIDENT_SIGNALS);
        return "redirect:/desk/kejadian";
    }
}
