package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditBound;
import id.deskpilkada.platform.audit.AuditEntry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Leaves in the trail who signed in or out, who was refused, and whose account was locked. */
@Component
class SignInRecord {

    private final Audit audit;
    private final AuditBound bound;

    SignInRecord(Audit audit, AuditBound bound) {
        this.audit = audit;
        this.bound = bound;
    }

    void entered(Actor actor) {
        audit.record(actor, AuditEntry.done("sign-in", "staff/" + actor.id(), null, Map.of()));
    }

    void left(Actor actor) {
        audit.record(actor, AuditEntry.done("sign-out", "staff/" + actor.id(), null, Map.of()));
    }

    void locked(Actor actor) {
        audit.record(actor, AuditEntry.refused("account.locked", "staff/" + actor.id(), null, Map.of()));
    }

    void redeemed(Actor actor) {
        audit.record(actor, AuditEntry.done("account.password-chosen", "staff/" + actor.id(), null, Map.of()));
    }

    /** An unknown name is not written down: people type their password into the wrong field. */
    void refused(Supplier<Optional<Actor>> person, String reason, String address) {
        bound.within(address).ifPresent(last -> {
            var known = person.get();
            var entry = refusal(known, reason);
            record(known, last ? bound.last(entry) : entry);
        });
    }

    private static AuditEntry refusal(Optional<Actor> known, String reason) {
        return AuditEntry.refused(
                "sign-in.refused",
                known.map(actor -> "staff/" + actor.id()).orElse(null),
                null,
                Map.of("reason", reason, "username", known.map(Actor::username).orElse("(unknown)")));
    }

    private void record(Optional<Actor> known, AuditEntry entry) {
        known.ifPresentOrElse(actor -> audit.record(actor, entry), () -> audit.record(entry));
    }
}
