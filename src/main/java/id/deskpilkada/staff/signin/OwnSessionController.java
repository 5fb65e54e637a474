package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sessions by program. */
@RestController
@RequestMapping("/api/sessions")
@Tag(name = "sessions")
class OwnSessionController {

    private final OwnSessions sessions;

    OwnSessionController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    record Own(List<OwnSessions.OwnSession> items) {}

    @Operation(summary = "The caller's own sessions that have not ended")
    @GetMapping
    Own list(Actor actor, HttpServletRequest request) {
        return new Own(sessions.of(actor, SignInFilter.token(request)));
    }

    @Operation(summary = "End one of the caller's own sessions")
    @DeleteMapping("/{id:[0-9a-fA-F-]{36}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable UUID id) {
        sessions.end(actor, id);
    }

    @Operation(summary = "Sign the caller out everywhere")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Actor actor) {
        sessions.endAll(actor);
    }
}
