package id.deskpilkada.staff;

import java.util.Collection;
import java.util.Map;

/** One-time passwords for people who are to come in for the first time, wherever passwords are kept. With one they choose their own password, and nothing else. */
public interface FirstSecrets {

    /**
     * New secrets by staff id; an earlier one of the same person is worth nothing from now on. Whoever has a password of their own keeps it and is left out.
     *
     * @throws id.deskpilkada.platform.Problem 503 {@code KEYCLOAK_AWAY}, 409 {@code REFUSED_BY_KEYCLOAK}
     */
    Map<Long, String> issue(Collection<Long> staffIds);
}
