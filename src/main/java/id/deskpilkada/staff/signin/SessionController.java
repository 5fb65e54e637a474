package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out by program, and who one is. */
@RestController
@RequestMapping("/api")
@Tag(name = "sessions")
class SessionController {

    private final SignInWay way;
    private final Sessions sessions;
    private final Regions regions;

    SessionController(SignInWay way, Sessions sessions, Regions regions) {
        this.way = way;
        this.sessions = sessions;
        this.regions = regions;
    }

    record Credentials(@Nullable String username, @Nullable String password) {}

    record WhoIAm(long id, String username, String name) {

        static WhoIAm of(Actor actor) {
            return new WhoIAm(actor.id(), actor.username(), actor.name());
        }
    }

    record Opened(String token, OffsetDateTime expiresAt, WhoIAm person, List<Grant> roles) {}

    /** @param zone of the regency, e.g. {@code Asia/Jakarta}, in which its people read and write times */
    record Me(WhoIAm person, List<Grant> roles, String zone) {}

    @Operation(summary = "Sign in; the token goes into the header Authorization: Bearer")
    @SecurityRequirements
    @PostMapping("/sessions")
    Opened open(@RequestBody Credentials credentials, HttpServletRequest request) {
        var missing = new ArrayList<FieldProblem>();
        var username = given("username", credentials.username(), missing);
        var password = given("password", credentials.password(), missing);
        if (!missing.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", missing);
        }
        var actor = way.byPassword(username, password, request.getRemoteAddr());
        var session = sessions.open(actor);
        return new Opened(
                session.token(), session.expiresAt().atOffset(ZoneOffset.UTC), WhoIAm.of(actor), actor.grants());
    }

    @Operation(summary = "Sign out: the session of this token or cookie ends")
    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(HttpServletRequest request, HttpServletResponse response) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            SessionCookie.token(request).ifPresent(sessions::close);
            SessionCookie.remove(request, response);
        } else if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            sessions.close(authorization.substring(7).strip());
        }
    }

    @Operation(summary = "Who is signed in, with the roles held now")
    @GetMapping("/me")
    Me me(Actor actor) {
        return new Me(WhoIAm.of(actor), actor.grants(), regions.zone().getId());
    }

    private static String given(String field, @Nullable String value, List<FieldProblem> missing) {
        if (value == null || value.isBlank()) {
            missing.add(FieldProblem.field(field, null, "REQUIRED"));
            return "";
        }
        return value;
    }
}
