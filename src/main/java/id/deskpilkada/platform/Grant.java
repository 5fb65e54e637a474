package id.deskpilkada.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role held at a place. The place is a region code, dotted ({@code 36.04.05}), or a TPS code (13 digits); everything whose digits begin with its digits lies inside it.
 *
 * @param role role code of the domain, e.g. {@code village-admin}
 * @param scope the code as the staff list gives it
 */
public record Grant(String role, String scope) {

    private static final String AGENCY = "agency-";

    /** The place as digits only, {@code 360405}. */
    public String area() {
        return Area.digits(scope);
    }

    /** The engine's candidate group of this grant, e.g. {@code camat-360405}. */
    public String group() {
        return role + "-" + area();
    }

    /** Code of the agency that the role works for: {@code bpbd} of {@code agency-bpbd}. */
    public Optional<String> agency() {
        return role.startsWith(AGENCY) ? Optional.of(role.substring(AGENCY.length())) : Optional.empty();
    }

    /** Whether a candidate group is that of this grant. */
    public boolean isGroup(@Nullable String group) {
        return group().equals(group);
    }

    public boolean covers(String code) {
        return Area.digits(code).startsWith(area());
    }
}
