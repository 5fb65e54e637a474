package id.deskpilkada.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What anybody may see: what this is and where to sign in. Votes are not public. */
@Controller
class FrontPage {

    @GetMapping("/")
    String front() {
        return "front";
    }
}
