package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.Staff;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** Who on the staff list is meant by an account at Keycloak; remembered for seconds. */
@Component
@InKeycloakMode
class KeycloakPeople {

    private static final String CACHE = "staff-keycloak-people";

    private final Staff staff;
    private final AccountRows accounts;

    KeycloakPeople(Staff staff, AccountRows accounts) {
        this.staff = staff;
        this.accounts = accounts;
    }

    /**
     * The person of an account, by its id. By its name only as long as the account of that person is not known yet: an account made later under a name that has become free must
     * not inherit its former holder's work.
     */
    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<Actor> actor(String subject, @Nullable String username) {
        return Scope.system("sign-in", () -> {
            var known = accounts.bySubject(subject);
            if (known.isPresent()) {
                return known.filter(account -> !account.barred()).flatMap(account -> staff.actor(account.staffId()));
            }
            return Optional.ofNullable(username).flatMap(staff::actor).filter(actor -> accounts.subjectOf(actor.id())
                    .isEmpty());
        });
    }
}
