package id.deskpilkada.tierreport.province;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.intake.ReceivedReport;
import id.deskpilkada.tierreport.intake.ReceivedReports;
import id.deskpilkada.tierreport.province.ProvinceSlots.Slot;
import id.deskpilkada.tierreport.seal.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which regencies have reported at which slot, without any of their figures. */
@Service
class ReceivedOverview {

    private final ProvinceSlots slots;
    private final ReceivedReports received;
    private final TierStates states;
    private final Elections elections;
    private final Regions regions;
    private final SystemTransactions transactions;

    ReceivedOverview(
            ProvinceSlots slots,
            ReceivedReports received,
            TierStates states,
            Elections elections,
            Regions regions,
            SystemTransactions transactions) {
        this.slots = slots;
        this.received = received;
        this.states = states;
        this.elections = elections;
        this.regions = regions;
        this.transactions = transactions;
    }

    enum Arrival {
        RECEIVED,
        /** After the province had stopped waiting for it. */
        LATE,
        MISSING
    }

    /** @param signer null where no person has sealed it @param report key of the received report */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            String region,
            String name,
            Arrival state,
            @Nullable Long report,
            @Nullable String code,
            @Nullable Integer version,
            @Nullable String signer,
            @Nullable Instant receivedAt) {}

    record Own(long id, String code, int version, TierState state) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String slot, Instant dueAt, List<Cell> regencies, @Nullable Own report) {

        public long arrived() {
            return regencies.stream()
                    .filter(cell -> cell.state() != Arrival.MISSING)
                    .count();
        }
    }

    boolean isProvince() {
        return slots.isProvince();
    }

    /** The round asked for, else the only one there is, else the active one: a province need not have started it. */
    RoundRef round(@Nullable String election, @Nullable String round) {
        var all = elections.all().stream()
                .flatMap(one -> elections.rounds(one.id()).stream())
                .toList();
        return election == null && round == null && all.size() == 1 ? all.get(0) : elections.round(election, round);
    }

    List<Line> of(Actor actor, RoundRef round) {
        actor.require(Permission.READ_DELIVERIES, slots.area());
        return transactions.read(
                ProvinceReports.WORK,
                () -> slots.of(round).stream().map(this::line).toList());
    }

    private Line line(Slot slot) {
        var all = new TreeSet<>(slot.missing());
        all.addAll(slot.latest().keySet());
        return new Line(
                slot.name(),
                slot.dueAt(),
                all.stream()
                        .map(area -> cell(area, slot.latest(), slot.waitsUntil()))
                        .toList(),
                slot.own() == null ? null : own(slot.own()));
    }

    private Own own(TierReport report) {
        return new Own(report.id(), report.code(), report.version(), states.of(report.id()));
    }

    private Cell cell(String area, Map<String, ReceivedReport> latest, Instant waitsUntil) {
        var report = latest.get(area);
        if (report == null) {
            return new Cell(Area.dotted(area), regions.name(area), Arrival.MISSING, null, null, null, null, null);
        }
        return new Cell(
                Area.dotted(area),
                regions.name(area),
                report.receivedAt().isAfter(waitsUntil) ? Arrival.LATE : Arrival.RECEIVED,
                report.id(),
                report.code(),
                report.version(),
                Statement.read(received.statement(report.id())).signer(),
                report.receivedAt());
    }

    /** @throws id.deskpilkada.platform.Problem 403, 404 {@code UNKNOWN_TIER_REPORT} */
    String snapshot(Actor actor, long id) {
        actor.require(Permission.READ_DELIVERIES, slots.area());
        actor.require(Permission.READ_VOTES, slots.area());
        return transactions.read(
                ProvinceReports.WORK, () -> received.snapshot(received.get(id).id()));
    }
}
