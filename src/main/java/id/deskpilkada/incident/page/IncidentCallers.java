package id.deskpilkada.incident.page;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.directory.CallNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the desk calls about an incident: who has told it, and the people of the place. */
@Component
class IncidentCallers {

    private static final int VILLAGE = 10;

    private static final String REPORTERS =
            """
            SELECT r.reporter_id FROM incident_report r JOIN incident i ON i.id = r.incident_id
            WHERE (i.id = ? OR i.merged_into = ?) AND r.reporter_id IS NOT NULL
              AND (r.caller IS NULL OR r.reporter_id <> r.entered_by_id) GROUP BY r.reporter_id ORDER BY min(r.at)
            """;

    private final JdbcClient jdbc;
    private final Staff staff;

    IncidentCallers(JdbcClient jdbc, Staff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** @param as key of the text that says who it is; @param number null when none is known */
    record Caller(String name, String as, @Nullable CallNumber number) {}

    /** Nobody for readers who may not call; whoever at the desk has only written down what a caller said is none. */
    List<Caller> of(Incident incident, Actor actor) {
        if (!actor.may(Permission.CALL_REPORTERS, incident.area())) {
            return List.of();
        }
        Map<Long, Caller> callers = new LinkedHashMap<>();
        jdbc.sql(REPORTERS).params(incident.id(), incident.id()).query(Long.class).list().stream()
                .flatMap(id -> staff.person(id).stream())
                .forEach(person -> add(callers, person, "incident.page.reporter"));
        places(incident.area()).forEach(place -> staff.holders(place.role().code(), place.area())
                .forEach(person -> add(callers, person, place.role().labelKey())));
        return List.copyOf(callers.values());
    }

    private static void add(Map<Long, Caller> callers, Person person, String as) {
        callers.putIfAbsent(
                person.id(),
                new Caller(
                        person.name(),
                        as,
                        Optional.ofNullable(person.phone())
                                .flatMap(CallNumber::of)
                                .orElse(null)));
    }

    private record Place(Role role, String area) {}

    private static List<Place> places(String area) {
        List<Place> places = new ArrayList<>();
        if (area.length() > VILLAGE) {
            places.add(new Place(Role.TPS_OFFICER, area));
        }
        if (area.length() >= VILLAGE) {
            places.add(new Place(Role.VILLAGE_ADMIN, area.substring(0, VILLAGE)));
        }
        if (area.length() >= 6) {
            places.add(new Place(Role.CAMAT, area.substring(0, 6)));
        }
        return places;
    }
}
