package id.deskpilkada.platform;

import java.util.Collection;
import java.util.List;

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

    /** Whether a role with this permission is held anywhere. */
    public boolean may(Permission permission) {
        return grants.stream().anyMatch(grant -> permission.of(grant.role()));
    }

    /** Whether a role with this permission is held at a place that contains the given region or TPS code. */
    public boolean may(Permission permission, String code) {
        return grants.stream().anyMatch(grant -> permission.of(grant.role()) && grant.covers(code));
    }

    /** @throws Problem 403 {@code FORBIDDEN} */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.forbidden("FORBIDDEN");
        }
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE} */
    public void require(Permission permission, String code) {
        if (!may(permission, code)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", code);
        }
    }

    /** Whether any role is held at a place that contains the code. */
    public boolean covers(String code) {
        return grants.stream().anyMatch(grant -> grant.covers(code));
    }

    /** The places, as digits, where any role is held. */
    public List<String> areas() {
        return grants.stream().map(Grant::area).distinct().toList();
    }

    /** The places, as digits, none of which lies inside another: what is counted by them is counted once. */
    public List<String> widestAreas() {
        return widest(areas());
    }

    /** Those places of a list that lie in no other of it. */
    public static List<String> widest(Collection<String> areas) {
        return areas.stream()
                .distinct()
                .filter(area -> areas.stream().noneMatch(wider -> !wider.equals(area) && area.startsWith(wider)))
                .sorted()
                .toList();
    }

    /** The places, as digits, where a role with this permission is held. */
    public List<String> areas(Permission permission) {
        return grants.stream()
                .filter(grant -> permission.of(grant.role()))
                .map(Grant::area)
                .distinct()
                .toList();
    }

    /** The engine's groups of this person, one for each grant. */
    public List<String> groups() {
        return grants.stream().map(Grant::group).distinct().toList();
    }
}
