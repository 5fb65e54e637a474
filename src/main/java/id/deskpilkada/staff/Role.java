package id.deskpilkada.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fixed roles of an election desk and the kind of place each is held at. Roles of agencies ({@code agency-bpbd}) are open-ended and stay texts. */
public enum Role {
    TPS_OFFICER("tps-officer", Place.POLLING_STATION),
    VILLAGE_ADMIN("village-admin", Place.VILLAGE),
    DISTRICT_ADMIN("district-admin", Place.DISTRICT),
    CAMAT("camat", Place.DISTRICT),
    DISTRICT_VERIFIER("district-verifier", Place.DISTRICT),
    DESK("desk", Place.INSTALLATION),
    HEALTH("health", Place.REGENCY_OR_DISTRICT),
    LEADER("leader", Place.INSTALLATION),
    SUPERVISOR("supervisor", Place.INSTALLATION),
    HELPDESK("helpdesk", Place.REGENCY_OR_DISTRICT),
    LIAISON("liaison", Place.INSTALLATION),
    IT_ADMIN("it-admin", Place.INSTALLATION);

    /** Role codes of agencies begin with this. */
    public static final String AGENCY_PREFIX = "agency-";

    private static final Pattern AGENCY = Pattern.compile("agency-[a-z0-9]{2,20}");

    private final String code;
    private final Place place;

    Role(String code, Place place) {
        this.code = code;
        this.place = place;
    }

    public String code() {
        return code;
    }

    /** Key of the role's name in the message bundles. */
    public String labelKey() {
        return "staff.role." + code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    public static boolean isKnown(String code) {
        return of(code).isPresent() || isAgency(code);
    }

    public static boolean isAgency(String code) {
        return AGENCY.matcher(code).matches();
    }

    /** Whether a role may be held at a place, given as digits. */
    public static boolean mayBeHeldAt(String code, String area) {
        return placeOf(code).lengths.contains(area.length());
    }

    /** Key of the name of the kind of place that a role needs. */
    public static String placeKey(String code) {
        return "staff.place." + placeOf(code).name();
    }

    /** Agencies work in a regency or a district. */
    private static Place placeOf(String code) {
        return of(code).map(role -> role.place).orElse(Place.REGENCY_OR_DISTRICT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Role::code).toList();
    }

    /** A kind of place, told by the number of digits of its code. */
    private enum Place {
        POLLING_STATION(13),
        VILLAGE(10),
        DISTRICT(6),
        REGENCY_OR_DISTRICT(4, 6),
        INSTALLATION(2, 4);

        private final List<Integer> lengths;

        Place(Integer... lengths) {
            this.lengths = List.of(lengths);
        }
    }
}
