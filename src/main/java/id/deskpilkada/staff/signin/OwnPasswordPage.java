package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody changes their own password. */
@Controller
@RequestMapping("/kata-sandi")
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class OwnPasswordPage {

    private final OwnPassword password;
    private final SessionCookie cookie;
    private final Messages messages;

    OwnPasswordPage(OwnPassword password, SessionCookie cookie, Messages messages) {
        this.password = password;
        this.cookie = cookie;
        this.messages = messages;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        model.addAttribute("username", actor.username());
        return "kata-sandi";
    }

    @PostMapping
    String submit(
            @RequestParam(name = "current", defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String chosen,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            cookie.give(password.change(actor, current, chosen, request.getRemoteAddr()), request, response);
            return "redirect:/kata-sandi?selesai";
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.refusal(refusal));
            return form(actor, model);
        }
    }
}
