package id.deskpilkada.staff.signin;

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

/** Where a person who was given a one-time code by the help desk chooses a new password. */
@Controller
@RequestMapping("/atur-ulang")
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class ResetPage {

    private final ResetCodes codes;
    private final Messages messages;

    ResetPage(ResetCodes codes, Messages messages) {
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping
    String form() {
        return "atur-ulang";
    }

    @PostMapping
    String submit(
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            codes.redeem(username, code, password, request.getRemoteAddr());
            return "redirect:/masuk?atur-ulang";
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.refusal(refusal));
            model.addAttribute("username", username);
            return form();
        }
    }
}
