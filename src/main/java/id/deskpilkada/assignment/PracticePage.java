package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The practice form for the telephone. Works without JavaScript. */
@Controller
@RequestMapping("/lapangan/latihan")
class PracticePage {

    private final PracticeReports practice;
    private final AssignmentMessages places;
    private final Messages messages;

    PracticePage(PracticeReports practice, AssignmentMessages places, Messages messages) {
        this.practice = practice;
        this.places = places;
        this.messages = messages;
    }

    /** @param done whether the person's practice report has arrived */
    public record Place(String area, String name, boolean done) {}

    @GetMapping
    String form(Actor actor, Model model) {
        actor.require(Permission.REPORT);
        var own = practice.places(actor).stream()
                .map(one -> new Place(one.area(), places.place(one.area()), one.practisedAt() != null))
                .toList();
        model.addAttribute("places", own);
        model.addAttribute("id", UUID.randomUUID());
        return "lapangan/latihan";
    }

    @PostMapping
    String send(
            @RequestParam("id") UUID id,
            @RequestParam(name = "tempat", defaultValue = "") String area,
            @RequestParam(name = "lokasi", defaultValue = "") String site,
            @RequestParam(name = "sinyal", defaultValue = "") String signal,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        actor.require(Permission.REPORT);
        try {
            practice.send(new PracticeReports.Practice(id, area, site, signal, note), actor);
            return "redirect:/lapangan/latihan?terkirim";
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.refusal(refusal));
            model.addAttribute("given", new PracticeReports.Practice(id, area, site, signal, note));
            return form(actor, model);
        }
    }
}
