package id.deskpilkada.staff.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What helps somebody who cannot sign in, wherever passwords are kept. */
public interface LostAccess {

    /**
     * Something told to a person once, by which they come to a new password.
     *
     * @param code a one-time code, or a password for one sign-in
     * @param expiresAt when it is worth nothing any more, if it ends by itself
     */
    record Code(String code, @Nullable Instant expiresAt) {}

    /** A new code; an earlier one of the same person is worth nothing from now on. @throws id.deskpilkada.platform.Problem 503 {@code KEYCLOAK_AWAY} */
    Code offer(long staffId);

    /** Forgets the failed attempts that lock an account. @throws id.deskpilkada.platform.Problem 503 {@code KEYCLOAK_AWAY} */
    void unlock(long staffId);
}
