package id.deskpilkada.expectation;

import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who owes the reports of a TPS: its officer, or else those of its village, or else those of its district. */
@Component
public class OwedBy {

    private final Staff staff;

    OwedBy(Staff staff) {
        this.staff = staff;
    }

    /** Asks the staff list once for each place; for one list, not to be kept. */
    public Lookup lookup() {
        return new Lookup();
    }

    /** One look through the staff list. */
    public final class Lookup {

        private final Map<String, List<Person>> known = new HashMap<>();

        private Lookup() {}

        /** Nobody where neither the TPS nor its village or district has people. */
        public List<Person> of(String tps) {
            var places = List.of(
                    Map.entry("tps-officer", tps),
                    Map.entry("village-admin", tps.substring(0, 10)),
                    Map.entry("district-admin", tps.substring(0, 6)));
            for (var place : places) {
                var people = known.computeIfAbsent(
                        place.getKey() + place.getValue(), key -> staff.holders(place.getKey(), place.getValue()));
                if (!people.isEmpty()) {
                    return people;
                }
            }
            return List.of();
        }
    }
}
