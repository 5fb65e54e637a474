package id.deskpilkada.platform;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The person who acts, as the staff list knows them at this moment: the principal of every signed-in request and an argument that any controller method may ask for.
 *
 * @param id key of the staff member
 * @param grants which roles they hold where; nothing outside them is theirs to see or do
 */
public record Actor(long id, String username, String name, List<Grant> grants) {

    public Actor {
        grants = List.copyOf(grants);
    }

    public boolean hasRole(String... roles) {
        return grants.stream().anyMatch(grant -> List.of(roles).contains(grant.role()));
    }

    /** Whether one of the roles is held at a place that contains the given region or TPS code. */
    public boolean hasRoleAt(String code, String... roles) {
        return hasRoleAt(code, List.of(roles));
    }

    public boolean hasRoleAt(String code, Collection<String> roles) {
        return grants.stream().anyMatch(grant -> roles.contains(grant.role()) && grant.covers(code));
    }

    /** Whether any role is held at a place that contains the code. */
    public boolean covers(String code) {
        return grants.stream().anyMatch(grant -> grant.covers(code));
    }

    /** The places, as digits, where one of the roles is held; all places when no role is named. */
    public List<String> areas(String... roles) {
        Stream<Grant> held = roles.length == 0
                ? grants.stream()
                : grants.stream().filter(grant -> List.of(roles).contains(grant.role()));
        return held.map(Grant::area).distinct().toList();
    }

    /** The engine's groups of this person, one for each grant. */
    public List<String> groups() {
        return grants.stream().map(Grant::group).distinct().toList();
    }
}
