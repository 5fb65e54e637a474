package id.deskpilkada.tierreport.seal;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By what people of this installation show who they are, as a seal notes it. */
@Component
public class SignInWay {

    private static final String KEYCLOAK = "KEYCLOAK";

    private final String mode;

    SignInWay(@Value("${desk.sign-in.mode:local}") String mode) {
        this.mode = mode.toUpperCase(Locale.ROOT);
    }

    /** {@code KEYCLOAK} or {@code PASSWORD}. */
    public String code() {
        return mode.equals(KEYCLOAK) ? KEYCLOAK : "PASSWORD";
    }
}
