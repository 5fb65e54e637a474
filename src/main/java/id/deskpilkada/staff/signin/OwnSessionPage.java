package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody sees on which devices they are signed in, and signs out there. */
@Controller
@RequestMapping("/sesi")
class OwnSessionPage {

    private final OwnSessions sessions;
    private final SignInPage signIn;

    OwnSessionPage(OwnSessions sessions, SignInPage signIn) {
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @GetMapping
    String list(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("sessions", sessions.of(actor, SessionCookie.token(request)));
        return "sesi";
    }

    @PostMapping("/{id}/akhiri")
    String end(Actor actor, @PathVariable UUID id) {
        sessions.end(actor, id);
        return "redirect:/sesi";
    }

    /** This browser too: whoever lost a phone wants no exception that they would have to understand. */
    @PostMapping("/akhiri-semua")
    String endAll(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var next = signIn.signOut(request, response);
        sessions.endAll(actor);
        return next;
    }
}
