package id.deskpilkada.incident.page;

import id.deskpilkada.incident.dispatch.AnswerDesk;
import id.deskpilkada.incident.dispatch.Reply;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the people of an agency find what they were sent to, and answer; made for a telephone. */
@Controller
@RequestMapping("/instansi")
class AgencyPage {

    private static final int SIZE = 20;

    private final AgencyWork work;
    private final AnswerDesk desk;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    AgencyPage(AgencyWork work, AnswerDesk desk, Regions regions, Messages messages, Clock clock) {
        this.work = work;
        this.desk = desk;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @RequestParam(name = "halaman", defaultValue = "0") int page,
            @RequestParam(name = "selesai", defaultValue = "") String done,
            Model model,
            Actor actor) {
        model.addAttribute("done", !done.isEmpty());
        return shown("kejadian/instansi", page, model, actor);
    }

    /** What changes by itself. */
    @GetMapping("/daftar")
    String list(@RequestParam(name = "halaman", defaultValue = "0") int page, Model model, Actor actor) {
        return shown("kejadian/instansi-daftar :: list", page, model, actor);
    }

    @PostMapping("/{id:[0-9]+}")
    String answer(
            @PathVariable long id,
            @RequestParam(name = "halaman", defaultValue = "0") int page,
            @RequestParam(name = "jawaban", defaultValue = "") String answer,
            @RequestParam(name = "keterangan", defaultValue = "") String text,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        actor.require(Permission.ANSWER_DISPATCHES);
        try {
            desk.byPerson(id, actor, null, Reply.pressed(answer, text));
        } catch (Problem refusal) {
            if (refusal.status() != HttpStatus.CONFLICT && refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("refused", id);
            model.addAttribute("ended", refusal.status() == HttpStatus.CONFLICT);
            model.addAttribute("pressed", answer);
            model.addAttribute("typed", text);
            model.addAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
            return shown("kejadian/instansi", page, model, actor);
        }
        return "redirect:/instansi?selesai=" + id + "#penugasan-" + id;
    }

    private String shown(String view, int page, Model model, Actor actor) {
        var areas = actor.areas(Permission.ANSWER_DISPATCHES);
        model.addAttribute("found", work.page(Page.window(page, SIZE), actor));
        model.addAttribute("work", work);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "area",
                areas.size() == 1 ? areas.get(0) : regions.installation().area());
        return view;
    }
}
