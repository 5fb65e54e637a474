package id.deskpilkada.staff;

import java.util.List;

/** People who lost a role or may no longer sign in, by staff id; published in the transaction that takes it away. */
public record AccessLost(List<Long> staffIds) {

    public AccessLost {
        staffIds = List.copyOf(staffIds);
    }
}
