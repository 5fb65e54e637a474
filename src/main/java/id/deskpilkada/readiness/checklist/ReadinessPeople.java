package id.deskpilkada.readiness.checklist;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who checks a TPS, who mends what is missing, and who decides when the time is over. */
@Component
class ReadinessPeople {

    static final String CAMAT = "camat";

    private static final String DESK = "desk";

    private final Staff staff;
    private final DeskSettings settings;
    private final Regions regions;
    private final Notifications notifications;

    ReadinessPeople(Staff staff, DeskSettings settings, Regions regions, Notifications notifications) {
        this.staff = staff;
        this.settings = settings;
        this.regions = regions;
        this.notifications = notifications;
    }

    List<String> reporters(ReadinessCase about) {
        return List.of(
                "tps-officer-" + about.tps(),
                "village-admin-" + about.code().villageArea(),
                "district-admin-" + about.code().districtArea());
    }

    /** Groups of those who mend; the desk too where nobody holds the role, so that no task lies where nobody looks. */
    List<String> owners(ReadinessCase about, String owner) {
        var district = about.code().districtArea();
        var role = owner.equals(CAMAT) ? CAMAT : "agency-" + owner;
        var groups = new ArrayList<String>();
        groups.add(role + "-" + district);
        if (!owner.equals(CAMAT)) {
            groups.add(role + "-" + settings.area());
        }
        boolean nobody = staff.holders(role, district).isEmpty()
                && (owner.equals(CAMAT) || staff.holders(role, settings.area()).isEmpty());
        if (nobody) {
            groups.add(desk());
        }
        return groups;
    }

    String desk() {
        return DESK + "-" + settings.area();
    }

    /** Once for each district, so that a bad evening does not drown the desk. */
    void tellDesk(ReadinessCase about) {
        var district = about.code().districtArea();
        for (var person : staff.holders(DESK, settings.area())) {
            notifications.send(Message.of("readiness-deadline", regions.name(district))
                    .ofRound(about.round().id())
                    .to(Recipient.staff(person.id()))
                    .about("readiness-deadline/" + about.round().businessKey() + "/" + district, district)
                    .linking("/camunda/app/tasklist/"));
        }
    }
}
