package id.deskpilkada.staff;

import id.deskpilkada.platform.Grant;
import java.util.List;

/** Roles that people have got; published in the transaction that gives them. */
public record RolesGiven(List<Grant> grants) {

    public RolesGiven {
        grants = List.copyOf(grants);
    }

    /** Where somebody has got a role, as digits. */
    public List<String> places(String role) {
        return grants.stream()
                .filter(grant -> grant.role().equals(role))
                .map(Grant::area)
                .distinct()
                .toList();
    }
}
