package id.deskpilkada.staff.signin;

/** Who checks that people are who they say they are; what they may do is decided by the staff list in either mode. */
public enum SignInMode {
    /** This installation, with passwords of its own. */
    LOCAL,
    /** A Keycloak server: OpenID Connect for browsers, its tokens for programs. */
    KEYCLOAK;

    public static final String SETTING = "desk.sign-in.mode";
}
