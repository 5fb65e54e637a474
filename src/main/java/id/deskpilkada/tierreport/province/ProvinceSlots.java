package id.deskpilkada.tierreport.province;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.intake.ReceivedReport;
import id.deskpilkada.tierreport.intake.ReceivedReports;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which regencies have reported at which slot. Read by work of the whole installation. */
@Component
@EnableConfigurationProperties(ProvinceSettings.class)
class ProvinceSlots {

    private static final String TIER = "TIER";

    private final JdbcClient jdbc;
    private final ReceivedReports received;
    private final TierReportRows reports;
    private final Elections elections;
    private final Regions regions;
    private final DeskSettings settings;
    private final ProvinceSettings province;
    private final Clock clock;

    ProvinceSlots(
            JdbcClient jdbc,
            ReceivedReports received,
            TierReportRows reports,
            Elections elections,
            Regions regions,
            DeskSettings settings,
            ProvinceSettings province,
            Clock clock) {
        this.jdbc = jdbc;
        this.received = received;
        this.reports = reports;
        this.elections = elections;
        this.regions = regions;
        this.settings = settings;
        this.province = province;
        this.clock = clock;
    }

    /**
     * A slot as far as its regencies have reported.
     *
     * @param waitsUntil when the province reports without those that are missing
     * @param latest by regency
     * @param missing regencies without a report
     * @param own the province's latest version
     */
    record Slot(
            String name,
            Instant dueAt,
            Instant waitsUntil,
            boolean requiresSignature,
            Map<String, ReceivedReport> latest,
            List<String> missing,
            @Nullable TierReport own) {}

    boolean isProvince() {
        return settings.area().length() == 2;
    }

    String area() {
        return settings.area();
    }

    /** Slots of the schedule and slots of which something has come, the latest first. */
    List<Slot> of(RoundRef round) {
        Map<String, Map<String, ReceivedReport>> bySlot = new LinkedHashMap<>();
        received.latest(round.electionCode(), round.code())
                .forEach(one -> bySlot.computeIfAbsent(one.slot(), slot -> new TreeMap<>())
                        .put(one.area(), one));
        var all = regencies();
        var slots = new ArrayList<Slot>();
        for (var planned : elections.slots(round.id())) {
            if (planned.kind().equals(TIER)) {
                var latest = bySlot.remove(planned.slot());
                slots.add(slot(round, planned, latest == null ? Map.of() : latest, all));
            }
        }
        bySlot.forEach((name, latest) -> {
            var due = latest.values().stream()
                    .map(ReceivedReport::slotDueAt)
                    .max(Comparator.naturalOrder())
                    .orElse(clock.instant());
            slots.add(slot(round, new SlotRef(name, TIER, due, due, true), latest, all));
        });
        slots.sort(Comparator.comparing(Slot::dueAt).reversed());
        return slots;
    }

    private Slot slot(RoundRef round, SlotRef planned, Map<String, ReceivedReport> latest, List<String> all) {
        return new Slot(
                planned.slot(),
                planned.dueAt(),
                planned.dueAt().plus(province.patience()),
                planned.requiresSignature(),
                latest,
                all.stream().filter(area -> !latest.containsKey(area)).toList(),
                reports.latest(round.id(), planned.slot(), settings.area()).orElse(null));
    }

    /** Every regency that is known here or may send, by code. */
    List<String> regencies() {
        var all = new TreeSet<>(jdbc.sql("SELECT area FROM tier_sender WHERE active")
                .query(String.class)
                .list());
        regions.children(Area.dotted(settings.area())).stream()
                .map(Region::area)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** Whether the own version was made of just these. */
    boolean isMadeOf(TierReport own, Map<String, ReceivedReport> latest) {
        var made = new TreeSet<>(jdbc.sql("SELECT received_id FROM tier_report_received WHERE report_id = ?")
                .param(own.id())
                .query(Long.class)
                .list());
        return made.equals(
                new TreeSet<>(latest.values().stream().map(ReceivedReport::id).toList()));
    }
}
