package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditBound;
import id.deskpilkada.platform.audit.AuditEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves in the trail what was done to accounts at Keycloak, and who was not let in although Keycloak knows them. */
@Component
@InKeycloakMode
class AccountTrail {

    private final Audit audit;
    private final AuditBound bound;

    AccountTrail(Audit audit, AuditBound bound) {
        this.audit = audit;
        this.bound = bound;
    }

    void done(String act, long staffId) {
        audit.record("account." + act, "staff/" + staffId, null, Map.of("at", "keycloak"));
    }

    void refusedByKeycloak(long staffId) {
        audit.record(AuditEntry.refused("account.refused", "staff/" + staffId, null, Map.of("at", "keycloak")));
    }

    /** Somebody who typed their password at Keycloak, so the name is no password. */
    void notOnStaffList(@Nullable String username, String address) {
        bound.within(address).ifPresent(last -> {
            var entry = AuditEntry.refused(
                    "sign-in.refused",
                    null,
                    null,
                    Map.of("reason", "NOT_ON_STAFF_LIST", "username", username == null ? "-" : username));
            audit.record(last ? bound.last(entry) : entry);
        });
    }
}
