package id.deskpilkada.fieldreport.signal;

import id.deskpilkada.fieldreport.IncidentSignals;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All signals, page by page, and a note on each that was dealt with. */
@Controller
@RequestMapping("/desk/sinyal")
class IncidentSignalsPage {

    private static final int SIZE = 25;

    private final IncidentSignals signals;
    private final Messages messages;

    IncidentSignalsPage(IncidentSignals signals, Messages messages) {
        this.signals = signals;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @RequestParam(name = "semua", defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        model.addAttribute("found", signals.page(actor, !all, Page.window(page, SIZE)));
        model.addAttribute("all", all);
        model.addAttribute("maySettle", actor.may(Permission.SETTLE_INCIDENT_SIGNALS));
        return "desk/sinyal";
    }

    @PostMapping("/{id}/ditangani")
    String settle(
            @PathVariable UUID id,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            Actor actor,
            RedirectAttributes next) {
        try {
            signals.settle(id, note, actor);
            next.addFlashAttribute("done", true);
        } catch (Problem refusal) {
            if (!refusal.code().startsWith("SIGNAL_")) {
                throw refusal;
            }
            next.addFlashAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
        }
        return "redirect:/desk/sinyal";
    }
}
