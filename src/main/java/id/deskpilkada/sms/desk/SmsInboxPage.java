package id.deskpilkada.sms.desk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.web.NextPage;
import id.deskpilkada.sms.SmsState;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came in by SMS: what nobody could be matched with stands first. Works without JavaScript. */
@Controller
@RequestMapping("/desk/sms-masuk")
class SmsInboxPage {

    private static final int SIZE = 25;
    private static final String HERE = "redirect:/desk/sms-masuk";
    private static final List<SmsState> TABS = List.of(
            SmsState.PARKED,
            SmsState.REFUSED,
            SmsState.ASKED,
            SmsState.TAKEN,
            SmsState.ANSWERED,
            SmsState.DISMISSED,
            SmsState.WAITING);

    private final SmsInbox inbox;
    private final Messages messages;
    private final NextPage nextPage;

    SmsInboxPage(SmsInbox inbox, Messages messages, NextPage nextPage) {
        this.inbox = inbox;
        this.messages = messages;
        this.nextPage = nextPage;
    }

    @GetMapping
    String list(
            @RequestParam(name = "keadaan", defaultValue = "PARKED") String state,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        var states = SmsController.states(state);
        model.addAttribute("found", inbox.page(actor, states, Page.window(page, SIZE)));
        model.addAttribute("counts", inbox.counts(actor));
        model.addAttribute("tabs", TABS);
        model.addAttribute("state", states.isEmpty() ? "" : states.get(0).name());
        return "desk/sms-masuk";
    }

    @PostMapping("/{id}/petugas")
    String assign(
            @PathVariable UUID id,
            @RequestParam(name = "petugas", defaultValue = "") String username,
            Actor actor,
            RedirectAttributes next) {
        return done(() -> inbox.assign(actor, id, username.strip()), "sms.assigned", next);
    }

    @PostMapping("/{id}/tutup")
    String dismiss(
            @PathVariable UUID id,
            @RequestParam(name = "alasan", defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes next) {
        return done(() -> inbox.dismiss(actor, id, reason), "sms.dismissed", next);
    }

    private String done(Runnable act, String told, RedirectAttributes next) {
        nextPage.tell(next, () -> {
            act.run();
            return messages.text(told);
        });
        return HERE;
    }
}
