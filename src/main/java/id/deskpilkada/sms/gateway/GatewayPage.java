package id.deskpilkada.sms.gateway;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.web.NextPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gateways that may hand SMS over. Works without JavaScript. */
@Controller
@RequestMapping("/setup/sms")
class GatewayPage {

    private static final String HERE = "redirect:/setup/sms";

    private final Gateways gateways;
    private final Messages messages;
    private final NextPage nextPage;

    GatewayPage(Gateways gateways, Messages messages, NextPage nextPage) {
        this.gateways = gateways;
        this.messages = messages;
        this.nextPage = nextPage;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        actor.require(Permission.SET_UP);
        model.addAttribute("gateways", gateways.all());
        return "setup-sms";
    }

    @PostMapping
    String save(
            @RequestParam(name = "kode", defaultValue = "") String code,
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "aktif", defaultValue = "false") boolean active,
            @RequestParam(name = "nomor", defaultValue = "") String receiver,
            @RequestParam(name = "pengirim", defaultValue = "") String fromField,
            @RequestParam(name = "isi", defaultValue = "") String textField,
            @RequestParam(name = "id", defaultValue = "") String idField,
            @RequestParam(name = "waktu", defaultValue = "") String timeField,
            Actor actor,
            RedirectAttributes next) {
        var draft = new GatewayDraft(name, active, receiver, fromField, textField, idField, timeField);
        nextPage.tell(
                next,
                () -> messages.text(
                        "sms.gateway.saved", gateways.put(actor, code, draft).name()));
        return HERE;
    }

    @PostMapping("/{gateway}/token")
    String token(@PathVariable String gateway, Actor actor, RedirectAttributes next) {
        var token = gateways.token(actor, gateway);
        next.addFlashAttribute("done", messages.text("sms.gateway.token.given", gateway));
        next.addFlashAttribute("token", token);
        return HERE;
    }
}
