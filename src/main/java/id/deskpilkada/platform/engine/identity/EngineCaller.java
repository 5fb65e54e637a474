package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Calls the engine as a person, so that its authorizations apply and its history names them. Without it a call is the system's own and may do everything. */
@Component
public class EngineCaller {

    private final IdentityService identities;

    EngineCaller(IdentityService identities) {
        this.identities = identities;
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        var before = identities.getCurrentAuthentication();
        identities.setAuthentication(actor.username(), actor.groups());
        try {
            return work.get();
        } finally {
            if (before == null) {
                identities.clearAuthentication();
            } else {
                identities.setAuthentication(before);
            }
        }
    }
}
