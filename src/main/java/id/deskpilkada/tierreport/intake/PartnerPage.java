package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.web.NextPage;
import id.deskpilkada.tierreport.delivery.RecipientList;
import id.deskpilkada.tierreport.seal.SigningKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To whom reports go, and at a province who may send theirs. Works without JavaScript. */
@Controller
@RequestMapping("/desk/penerima-laporan")
class PartnerPage {

    private static final String HERE = "redirect:/desk/penerima-laporan";

    private final RecipientList recipients;
    private final TierSenders senders;
    private final SigningKeys keys;
    private final DeskSettings settings;
    private final Messages messages;
    private final NextPage nextPage;

    PartnerPage(
            RecipientList recipients,
            TierSenders senders,
            SigningKeys keys,
            DeskSettings settings,
            Messages messages,
            NextPage nextPage) {
        this.recipients = recipients;
        this.senders = senders;
        this.keys = keys;
        this.settings = settings;
        this.messages = messages;
        this.nextPage = nextPage;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        actor.require(Permission.MANAGE_TIER_PARTNERS);
        model.addAttribute("recipients", recipients.all());
        model.addAttribute("province", settings.area().length() == 2);
        var all = senders.all();
        model.addAttribute("senders", all);
        Map<String, Integer> known = all.stream()
                .collect(Collectors.toMap(
                        TierSender::area, sender -> senders.keys(sender.id()).size()));
        model.addAttribute("keyCounts", known);
        model.addAttribute("ownKeys", keys.all());
        return "desk/penerima-laporan";
    }

    @PostMapping
    String recipient(
            @RequestParam(name = "id", defaultValue = "0") long id,
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "cara", defaultValue = "") String way,
            @RequestParam(name = "alamat", defaultValue = "") String address,
            @RequestParam(name = "slot", defaultValue = "") String slots,
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "aktif", defaultValue = "false") boolean active,
            Actor actor,
            RedirectAttributes next) {
        return done(
                () -> recipients.save(actor, id, name, way, address, List.of(slots.split(",")), active, token),
                name,
                next);
    }

    @PostMapping("/pengirim")
    String sender(
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "kunci", defaultValue = "") String publicKeys,
            @RequestParam(name = "aktif", defaultValue = "false") boolean active,
            Actor actor,
            RedirectAttributes next) {
        var lines = Stream.of(publicKeys.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return done(
                () -> senders.put(actor, region, new SenderDraft(name, lines.isEmpty() ? null : lines, active)),
                name.isBlank() ? region : name,
                next);
    }

    @PostMapping("/pengirim/{region}/token")
    String token(@PathVariable String region, Actor actor, RedirectAttributes next) {
        nextPage.tell(next, () -> {
            var token = senders.token(actor, region);
            return messages.text("tier.sender.token.given", senders.get(region).name(), token);
        });
        return HERE;
    }

    private String done(Runnable act, String name, RedirectAttributes next) {
        nextPage.tell(next, () -> {
            act.run();
            return messages.text("tier.partner.saved", name);
        });
        return HERE;
    }
}
