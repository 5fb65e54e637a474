package id.deskpilkada.staff.enrolment;

import id.deskpilkada.platform.DeskSettings;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places at which somebody can hold a role or be called: the installation's own region, the known regions and the known polling stations, as digits. */
@Component
public class PlacesOfRoles {

    private final DeskSettings settings;
    private final JdbcClient jdbc;

    PlacesOfRoles(DeskSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    public Set<String> known() {
        var known = new HashSet<>(
                jdbc.sql("SELECT area FROM region WHERE starts_with(area, ?) UNION SELECT code FROM polling_station")
                        .param(settings.area())
                        .query(String.class)
                        .list());
        known.add(settings.area());
        return known;
    }
}
