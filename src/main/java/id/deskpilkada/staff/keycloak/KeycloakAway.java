package id.deskpilkada.staff.keycloak;

/** Keycloak does not answer, or does not let us administrate: nothing is wrong with the account in hand, and all of them wait. */
final class KeycloakAway extends RuntimeException {

    KeycloakAway(String what, Throwable cause) {
        super(what, cause);
    }
}
