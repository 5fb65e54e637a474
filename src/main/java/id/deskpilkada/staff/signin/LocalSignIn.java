package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Passwords and sessions of our own. */
@Component
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class LocalSignIn implements SignInWay {

    private final SignIn signIn;
    private final BasicPasswords basic;
    private final Sessions sessions;

    LocalSignIn(SignIn signIn, BasicPasswords basic, Sessions sessions) {
        this.signIn = signIn;
        this.basic = basic;
        this.sessions = sessions;
    }

    @Override
    public Actor byToken(String token) {
        throw Problem.of(HttpStatus.UNAUTHORIZED, "SESSION_ENDED");
    }

    @Override
    public Actor byBasic(String username, String password, String address) {
        return basic.check(username, password, address);
    }

    @Override
    public Actor byPassword(String username, String password, String address) {
        return signIn.check(username, password, address);
    }

    @Override
    public boolean checksPasswords() {
        return true;
    }

    @Override
    public void extendPages(HttpSecurity pages) {}

    @Override
    public Optional<String> elsewhere(String wanted, boolean again) {
        return Optional.empty();
    }

    @Override
    public List<String> formTargets() {
        return List.of();
    }

    @Override
    public String leave(String token, HttpServletRequest request) {
        sessions.close(token);
        return "/masuk";
    }
}
