package id.deskpilkada.platform;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person behind the running request. */
public final class CurrentActor {

    private CurrentActor() {}

    public static Optional<Actor> get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    /** @throws Problem 401 {@code SIGN_IN_REQUIRED} when nobody is signed in */
    public static Actor require() {
        return get().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "SIGN_IN_REQUIRED"));
    }
}
