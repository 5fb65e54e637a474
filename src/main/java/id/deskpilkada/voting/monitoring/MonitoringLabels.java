package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the tasks of the day are called, whose they are, and when they are due. */
@Component
class MonitoringLabels {

    private static final int VILLAGE_DIGITS = 10;

    private final Regions regions;
    private final Elections elections;
    private final Staff staff;

    MonitoringLabels(Regions regions, Elections elections, Staff staff) {
        this.regions = regions;
        this.elections = elections;
        this.staff = staff;
    }

    /** @param reporter digits of the village, or of a TPS with an officer of its own */
    String name(VillageSlot about, String reporter) {
        var village = regions.name(about.village());
        return "Laporan " + about.slot() + ": "
                + (reporter.length() == VILLAGE_DIGITS
                        ? village
                        : "TPS " + reporter.substring(VILLAGE_DIGITS) + " " + village);
    }

    /** Groups of the people who report; the camat too where nobody else is there. */
    List<String> groups(VillageSlot about, String reporter) {
        if (reporter.length() > VILLAGE_DIGITS) {
            return List.of("tps-officer-" + reporter);
        }
        var groups = new ArrayList<>(List.of("village-admin-" + about.village(), "district-admin-" + about.district()));
        if (staff.held("village-admin", List.of(about.village())).isEmpty()
                && staff.held("district-admin", List.of(about.district())).isEmpty()) {
            groups.add("camat-" + about.district());
        }
        return groups;
    }

    Instant due(VillageSlot about) {
        return elections
                .slot(about.round().id(), ReportKind.VOTING.name(), about.slot())
                .dueAt();
    }
}
