package id.deskpilkada.staff.schedule;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.region.Regions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The schedule, for everybody who is signed in. */
@Controller
class SchedulePage {

    private final Agenda agenda;
    private final Regions regions;

    SchedulePage(Agenda agenda, Regions regions) {
        this.agenda = agenda;
        this.regions = regions;
    }

    @GetMapping("/desk/jadwal")
    String schedule(Actor actor, Model model) {
        model.addAttribute("rounds", agenda.of(actor));
        model.addAttribute("zone", regions.zoneName());
        return "desk/jadwal";
    }
}
