package id.deskpilkada.assignment;

import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A checked naming.
 *
 * @param area digits of the village or TPS
 * @param person as the staff list is to have them; id 0 for somebody new
 */
record Appointment(String area, Person person, @Nullable String skNumber, @Nullable LocalDate skDate) {

    private static final int VILLAGE = 10;

    static Grant grant(String area) {
        return area.length() == VILLAGE
                ? new Grant("village-admin", id.deskpilkada.platform.Area.dotted(area))
                : new Grant("tps-officer", area);
    }

    Grant grant() {
        return grant(area);
    }

    String villageArea() {
        return area.substring(0, VILLAGE);
    }
}
