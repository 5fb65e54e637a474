package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.web.NextPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of the installation's own reports on their way up. Works without JavaScript. */
@Controller
@RequestMapping("/desk/pengiriman-laporan")
class DeliveryPage {

    private static final int MOST = 60;

    private final DeliveryDesk desk;
    private final FailureReasons reasons;
    private final DeskSettings settings;
    private final Messages messages;
    private final NextPage nextPage;

    DeliveryPage(
            DeliveryDesk desk, FailureReasons reasons, DeskSettings settings, Messages messages, NextPage nextPage) {
        this.desk = desk;
        this.reasons = reasons;
        this.settings = settings;
        this.messages = messages;
        this.nextPage = nextPage;
    }

    /** @param reason in words */
    record Line(DeliveryDesk.Seen seen, @Nullable String reason, boolean mayAct) {}

    @GetMapping
    String show(Actor actor, Model model) {
        boolean follows = actor.may(Permission.FOLLOW_DELIVERIES);
        List<Line> lines = desk.latest(actor, MOST).stream()
                .map(seen -> new Line(
                        seen,
                        reasons.of(seen.delivery().reason()),
                        follows && !seen.delivery().state().isOver()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("acts", lines.stream().anyMatch(Line::mayAct));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_TIER_PARTNERS));
        model.addAttribute("province", settings.area().length() == 2);
        return "desk/pengiriman-laporan";
    }

    @PostMapping("/{delivery}/tanda-terima")
    String noted(
            @PathVariable long delivery,
            @RequestParam(name = "nama", defaultValue = "") String name,
            Actor actor,
            RedirectAttributes next) {
        return done(() -> desk.noted(actor, delivery, name), "tier.delivery.noted", next);
    }

    @PostMapping("/{delivery}/ulang")
    String again(@PathVariable long delivery, Actor actor, RedirectAttributes next) {
        return done(() -> desk.again(actor, delivery, null), "tier.delivery.resent", next);
    }

    private String done(Runnable act, String told, RedirectAttributes next) {
        nextPage.tell(next, () -> {
            act.run();
            return messages.text(told);
        });
        return "redirect:/desk/pengiriman-laporan";
    }
}
