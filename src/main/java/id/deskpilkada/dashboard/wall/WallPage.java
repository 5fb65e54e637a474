package id.deskpilkada.dashboard.wall;

import id.deskpilkada.dashboard.live.LiveEvents;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.screen.WallScreen;
import id.deskpilkada.staff.screen.WallScreens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The three addresses that a screen's key opens. Whoever is signed in without one is led to where screens are opened. */
@Controller
class WallPage {

    private static final Set<String> TOPICS = Set.of("tally", "progress", "voting", "round", "incident");

    private final WallScreens screens;
    private final WallViews views;
    private final LiveEvents events;
    private final Regions regions;
    private final Clock clock;

    WallPage(WallScreens screens, WallViews views, LiveEvents events, Regions regions, Clock clock) {
        this.screens = screens;
        this.views = views;
        this.events = events;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/desk/wall")
    String page(HttpServletRequest request, Model model) {
        var screen = screens.of(request);
        if (screen.isPresent()) {
            show(screen.get(), model);
            return "desk/wall";
        }
        if (CurrentActor.get().isEmpty()) {
            return "redirect:/masuk?lanjut=/desk/wall";
        }
        CurrentActor.require()
                .require(Permission.SHOW_WALL, regions.installation().code());
        return "redirect:/desk/wall/layar";
    }

    /** What changes on it. @throws Problem 401 {@code SCREEN_CLOSED} */
    @GetMapping("/desk/wall/bagian")
    String part(HttpServletRequest request, Model model) {
        show(require(request), model);
        return "desk/wall :: wall";
    }

    /** Hints that something changed anywhere. @throws Problem as above */
    @GetMapping(path = "/desk/wall/peristiwa", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    SseEmitter events(HttpServletRequest request, HttpServletResponse response) {
        require(request);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return events.listenToAll(TOPICS);
    }

    private WallScreen require(HttpServletRequest request) {
        return screens.of(request).orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "SCREEN_CLOSED"));
    }

    private void show(WallScreen screen, Model model) {
        model.addAttribute("screen", screen);
        model.addAttribute("view", views.of(screen).orElse(null));
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", regions.zone().getId());
        model.addAttribute("place", regions.installation().name());
    }
}
