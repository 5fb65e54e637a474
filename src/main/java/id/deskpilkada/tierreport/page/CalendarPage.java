package id.deskpilkada.tierreport.page;

import id.deskpilkada.platform.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of slots by district: what was received, what is late, what was signed, what was given back. */
@Controller
class CalendarPage {

    private final Calendars calendars;

    CalendarPage(Calendars calendars) {
        this.calendars = calendars;
    }

    @ModelAttribute("asked")
    CalendarAddress address(
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String keadaan,
            @RequestParam(defaultValue = "") String slot) {
        return new CalendarAddress(election.strip(), round.strip(), region.strip(), keadaan, slot);
    }

    @GetMapping("/desk/laporan")
    String page(@ModelAttribute(name = "asked", binding = false) CalendarAddress asked, Actor actor, Model model) {
        return shown(asked, actor, model, "laporan/kalender");
    }

    /** The part of the page that changes, for a page that is already open. */
    @GetMapping("/desk/laporan/kalender")
    String part(@ModelAttribute(name = "asked", binding = false) CalendarAddress asked, Actor actor, Model model) {
        return shown(asked, actor, model, "laporan/kalender-bagian :: calendar");
    }

    private String shown(CalendarAddress asked, Actor actor, Model model, String view) {
        return calendars
                .of(asked, actor)
                .map(calendar -> {
                    model.addAttribute("view", calendar);
                    return view;
                })
                .orElse("laporan/kosong");
    }
}
