package id.deskpilkada.staff;

import id.deskpilkada.platform.Grant;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role at a place, as the database keeps it; the same role at the same place is one. */
@Embeddable
class RoleHeld {

    private String role = "";
    private String scope = "";
    private String area = "";

    protected RoleHeld() {}

    RoleHeld(Grant grant) {
        role = grant.role();
        scope = grant.scope();
        area = grant.area();
    }

    Grant grant() {
        return new Grant(role, scope);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleHeld that && role.equals(that.role) && area.equals(that.area);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, area);
    }
}
