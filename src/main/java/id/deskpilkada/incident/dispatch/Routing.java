package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.dispatch.Dispatch.Part;
import id.deskpilkada.platform.engine.Decisions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.Agency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which agencies are called for, by the table {@code incident-routing}, and who of them serves the area. */
@Component
class Routing {

    private static final String TABLE = "incident-routing";

    private final Decisions tables;
    private final Agencies agencies;
    private final Staff staff;
    private final IncidentPlaces places;
    private final IncidentPeople people;

    Routing(Decisions tables, Agencies agencies, Staff staff, IncidentPlaces places, IncidentPeople people) {
        this.tables = tables;
        this.agencies = agencies;
        this.staff = staff;
        this.places = places;
        this.people = people;
    }

    /** Codes, the first agency first. Those that only support are left out where nobody there can be reached: their silence would cost the desk calls that help nobody. */
    List<String> proposed(Incident incident) {
        var supporting = coded(incident, Part.SUPPORTING).stream().filter(code -> reachable(code, incident));
        return Stream.concat(coded(incident, Part.PRIMARY).stream(), supporting)
                .distinct()
                .toList();
    }

    /** Who can go instead of one that has declined, in the order of the table, as far as somebody there can be reached. */
    List<String> substitutes(Incident incident) {
        return coded(incident, Part.SUBSTITUTE).stream()
                .filter(code -> reachable(code, incident))
                .toList();
    }

    Part part(Incident incident, String agency) {
        return coded(incident, Part.PRIMARY).contains(agency) ? Part.PRIMARY : Part.SUPPORTING;
    }

    private List<String> coded(Incident incident, Part part) {
        Map<String, Object> facts = Map.of(
                "category",
                incident.category().name(),
                "severity",
                incident.severity(),
                "needsAmbulance",
                incident.needsAmbulance());
        return tables.decideAll(TABLE, facts).stream()
                .filter(row -> part.name().equals(row.get("part")))
                .map(row -> Objects.requireNonNull(row.get("agency")).toString())
                .toList();
    }

    /** Whether there is such an agency: one with a name that officials know it by, or with people or an office there. A slip of the hand must not look like help on its way. */
    boolean knows(String agency, Incident incident) {
        return people.hasName(agency)
                || !people(agency, incident).isEmpty()
                || !offices(agency, incident).isEmpty();
    }

    private boolean reachable(String agency, Incident incident) {
        return !people(agency, incident).isEmpty()
                || offices(agency, incident).stream().anyMatch(Agency::confirmed);
    }

    /** Whoever works for the agency in the district or the regency, by the staff list. */
    List<Person> people(String agency, Incident incident) {
        var role = Role.AGENCY_PREFIX + agency;
        return areas(incident).stream()
                .flatMap(area -> staff.holders(role, area).stream())
                .distinct()
                .toList();
    }

    /** The engine's groups of the agency. */
    List<String> groups(String agency, Incident incident) {
        return areas(incident).stream()
                .map(area -> Role.AGENCY_PREFIX + agency + "-" + area)
                .toList();
    }

    /** The office that is nearest to the place, then the one of the whole regency. */
    List<Agency> offices(String agency, Incident incident) {
        return Stream.of(incident.area(), places.installation())
                .flatMap(area -> agencies.of(agency, area).stream())
                .distinct()
                .toList();
    }

    private Set<String> areas(Incident incident) {
        var areas = new LinkedHashSet<String>();
        areas.add(incident.districtArea());
        areas.add(places.installation());
        return areas;
    }
}
