package id.deskpilkada.staff.keycloak;

/** Keycloak does not accept what it was told about one account. */
final class KeycloakRefusal extends RuntimeException {

    private final int status;

    KeycloakRefusal(int status, String reason) {
        super(status + " " + reason, null, false, false);
        this.status = status;
    }

    boolean isMalformed() {
        return status == 400;
    }
}
