package id.deskpilkada.staff.screen;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.signin.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the desk turns the browser in front of it into a wall screen, and ends screens. */
@Controller
@RequestMapping("/desk/wall/layar")
class ScreenPage {

    private final OpenScreens screens;
    private final Elections elections;
    private final BrowserSessions sessions;
    private final Messages messages;

    ScreenPage(OpenScreens screens, Elections elections, BrowserSessions sessions, Messages messages) {
        this.screens = screens;
        this.elections = elections;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("screens", screens.list(actor));
        model.addAttribute("lives", ScreenLife.CHOICES);
        model.addAttribute("rounds", elections.shownRounds());
        model.addAttribute("mayReadVotes", actor.may(Permission.READ_VOTES));
        return "desk/wall-layar";
    }

    /** The key goes to this browser, which shows the wall from now on; its person is signed out here unless they want to stay. */
    @PostMapping
    String open(
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "selama", defaultValue = ScreenLife.MORNING) String life,
            @RequestParam(name = "suara", defaultValue = "false") boolean votes,
            @RequestParam(name = "putaran", defaultValue = "") String round,
            @RequestParam(name = "keluar", defaultValue = "false") boolean leave,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var shown = round(round);
        var wish = new OpenScreens.Wish(
                name,
                life,
                votes,
                shown.map(RoundRef::electionCode).orElse(null),
                shown.map(RoundRef::code).orElse(null));
        try {
            var opened = screens.open(wish, actor);
            ScreenKey.give(opened.key(), Duration.between(opened.openedAt(), opened.expiresAt()), request, response);
        } catch (Problem refused) {
            if (refused.status().value() != 422) {
                throw refused;
            }
            response.setStatus(refused.status().value());
            model.addAttribute("error", messages.problem(refused.code(), refused.arguments()));
            return list(actor, model);
        }
        if (leave) {
            sessions.leave(request, response);
        }
        return "redirect:" + ScreenKey.PATH;
    }

    @PostMapping("/{id}/tutup")
    String end(@PathVariable UUID id, Actor actor) {
        screens.end(id, actor);
        return "redirect:" + ScreenKey.PATH + "/layar";
    }

    /** @param key as {@link RoundRef#businessKey} writes it; what is no round shown means the one under way */
    private Optional<RoundRef> round(String key) {
        return elections.shownRounds().stream()
                .filter(ref -> ref.businessKey().equals(key))
                .findFirst();
    }
}
