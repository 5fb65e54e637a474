package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see on this side of Keycloak's page: that they are out, or why they did not get in. */
@Controller
@InKeycloakMode
class DoorPages {

    static final String REFUSED = "/masuk-ditolak";
    static final String LEFT = "/sudah-keluar";
    static final String REFUSAL = DoorPages.class.getName() + ".refusal";
    static final String ID_TOKEN = DoorPages.class.getName() + ".idToken";

    private final Messages messages;
    private final DeskSettings desk;
    private final LogoutAddress logout;

    DoorPages(Messages messages, DeskSettings desk, LogoutAddress logout) {
        this.messages = messages;
        this.desk = desk;
        this.logout = logout;
    }

    @ModelAttribute("helpdeskNumber")
    String helpdeskNumber() {
        return desk.helpdeskNumber();
    }

    @GetMapping(LEFT)
    String left() {
        return "sudah-keluar";
    }

    /** Reached only from within, after Keycloak's page. Whoever is signed in there as somebody else must be able to leave, or would come back here for ever. */
    @RequestMapping(REFUSED)
    String refused(HttpServletRequest request, HttpServletResponse response, Model model) {
        var refusal = request.getAttribute(REFUSAL) instanceof Problem told
                ? told
                : Problem.of(HttpStatus.UNAUTHORIZED, "LOGIN_FAILED");
        response.setStatus(refusal.status().value());
        model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
        if (request.getAttribute(ID_TOKEN) instanceof String idToken) {
            model.addAttribute("otherPerson", logout.of(idToken, request));
        }
        return "masuk-ditolak";
    }
}
