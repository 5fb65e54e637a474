package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** Changes the password of whoever is signed in. */
@Service
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class OwnPassword {

    private final SignIn signIn;
    private final PasswordRules rules;
    private final Secrets secrets;
    private final Sessions sessions;

    OwnPassword(SignIn signIn, PasswordRules rules, Secrets secrets, Sessions sessions) {
        this.signIn = signIn;
        this.rules = rules;
        this.secrets = secrets;
        this.sessions = sessions;
    }

    /**
     * A stolen session must not be enough to keep the account, so the current password is asked for, and guessing it counts like guessing at the door. All sessions end.
     *
     * @return a new session in place of the one that asked
     * @throws Problem 401, 423 or 429 as {@link SignIn#check}; 422 {@code MALFORMED} for a weak password
     */
    Sessions.OpenSession change(Actor actor, String current, String chosen, String address) {
        signIn.check(actor.username(), current, address);
        rules.refuseWeak(actor.username(), chosen);
        secrets.choose(actor.id(), chosen);
        return sessions.open(actor);
    }
}
