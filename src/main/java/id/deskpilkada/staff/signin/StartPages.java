package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.StartPage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever is signed in to the page where their work is: after signing in without a wish, and by the name of the desk at the head of every page. */
@Controller
class StartPages {

    private final List<StartPage> pages;

    StartPages(List<StartPage> pages) {
        this.pages = pages;
    }

    @GetMapping(Landing.START)
    String start(Actor actor) {
        return "redirect:"
                + pages.stream()
                        .map(page -> page.of(actor))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("/");
    }
}
