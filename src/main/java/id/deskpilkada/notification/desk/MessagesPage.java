package id.deskpilkada.notification.desk;

import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.notification.outbox.ReadyChannels;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the desk sees of messages: first of all those that reached nobody, with a number to call and a text to send by hand. */
@Controller
@RequestMapping("/desk/pesan")
class MessagesPage {

    private static final int SIZE = 25;

    private final SentMessages sent;
    private final ReadyChannels channels;

    MessagesPage(SentMessages sent, ReadyChannels channels) {
        this.sent = sent;
        this.channels = channels;
    }

    /** For the template: what a person can do by hand. */
    @ModelAttribute("byHand")
    ByHand byHand() {
        return (text, phone) ->
                ReadyText.of(text, phone == null ? null : PhoneNumber.of(phone).orElse(null));
    }

    /** A text and, where there is one, a number. */
    public interface ByHand {
        ReadyText of(String text, @Nullable String phone);
    }

    @GetMapping
    String page(
            @RequestParam(name = "keadaan", defaultValue = "NOT_DELIVERED") String state,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        var wanted = state(state);
        model.addAttribute("found", sent.page(actor, wanted, Page.window(page, SIZE)));
        model.addAttribute("counts", sent.counts(actor));
        model.addAttribute("states", State.values());
        model.addAttribute("state", wanted == null ? "" : wanted.name());
        model.addAttribute("ready", channels.ready());
        model.addAttribute("mayBroadcast", actor.may(Permission.BROADCAST));
        return "desk/pesan";
    }

    @PostMapping("/{id}/ulang")
    String again(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        try {
            sent.again(actor, id);
            next.addAttribute("diulang", true);
        } catch (Problem refusal) {
            if (!"MESSAGE_NOT_UNDELIVERED".equals(refusal.code())) {
                throw refusal;
            }
            next.addAttribute("sudah", true);
        }
        return "redirect:/desk/pesan";
    }

    private static @Nullable State state(String text) {
        for (var state : State.values()) {
            if (state.name().equals(text.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        return null;
    }
}
