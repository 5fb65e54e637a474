package id.deskpilkada.tierreport.province;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.TierCompiling;
import id.deskpilkada.tierreport.province.ProvinceSlots.Slot;
import id.deskpilkada.tierreport.seal.Seals;
import id.deskpilkada.tierreport.seal.SignInWay;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes the province's report of a slot when its regencies have reported or have had their time, anew when one of them sends a later version, and has it approved. */
@Service
class ProvinceReports {

    static final String WORK = "province-report";

    private final ProvinceSlots slots;
    private final TierCompiling compiling;
    private final TierReportRows reports;
    private final Seals seals;
    private final SignInWay signIn;
    private final Elections elections;
    private final Staff staff;
    private final Notifications notifications;
    private final Regions regions;
    private final SystemTransactions transactions;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    ProvinceReports(
            ProvinceSlots slots,
            TierCompiling compiling,
            TierReportRows reports,
            Seals seals,
            SignInWay signIn,
            Elections elections,
            Staff staff,
            Notifications notifications,
            Regions regions,
            SystemTransactions transactions,
            JdbcClient jdbc,
            Changes changes,
            Clock clock) {
        this.slots = slots;
        this.compiling = compiling;
        this.reports = reports;
        this.seals = seals;
        this.signIn = signIn;
        this.elections = elections;
        this.staff = staff;
        this.notifications = notifications;
        this.regions = regions;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** Compiles whatever is due now. @return how many versions were made */
    int compileDue() {
        if (!slots.isProvince()) {
            return 0;
        }
        int made = 0;
        for (var election : elections.all()) {
            for (var round : elections.rounds(election.id())) {
                for (var slot : transactions.read(WORK, () -> slots.of(round))) {
                    made += isDue(slot) && compiled(round, slot.name()) ? 1 : 0;
                }
            }
        }
        return made;
    }

    private boolean isDue(Slot slot) {
        return !slot.latest().isEmpty()
                && (slot.missing().isEmpty() || clock.instant().isAfter(slot.waitsUntil()));
    }

    /**
     * Does not wait for those that are missing; they are marked.
     *
     * @return the version that is made of all that has come
     * @throws Problem 403, 409 {@code NOTHING_RECEIVED}, 422 {@code NO_PROVINCE}
     */
    TierReport compile(Actor actor, RoundRef round, String slot) {
        requireProvince();
        actor.require(Permission.APPROVE_PROVINCE_REPORT, slots.area());
        compiled(round, slot);
        return transactions.read(
                WORK, () -> reports.latest(round.id(), slot, slots.area()).orElseThrow());
    }

    private boolean compiled(RoundRef round, String name) {
        return LostRace.again(() -> transactions.write(WORK, () -> {
            lock(round, name);
            var found = slots.of(round).stream()
                    .filter(slot -> slot.name().equals(name) && !slot.latest().isEmpty())
                    .findFirst();
            if (found.isEmpty()) {
                throw Problem.conflict("NOTHING_RECEIVED", name);
            }
            var slot = found.get();
            if (slot.own() != null && slots.isMadeOf(slot.own(), slot.latest())) {
                return false;
            }
            settleOrAsk(round, slot, compiling.compile(order(round, slot)));
            return true;
        }));
    }

    private TierCompiling.Order order(RoundRef round, Slot slot) {
        var before = slot.own();
        boolean settled = before != null && seals.of(before.id()).isPresent();
        var cause = before == null ? TierCause.FIRST : settled ? TierCause.CORRECTION : TierCause.CHECKED;
        return new TierCompiling.Order(
                round.id(),
                slot.name(),
                slots.area(),
                TierLevel.PROVINCE,
                slot.dueAt(),
                slot.requiresSignature(),
                cause,
                before == null ? null : "Ada laporan kabupaten/kota yang baru",
                null);
    }

    private void settleOrAsk(RoundRef round, Slot slot, TierReport report) {
        state(round, slot, slot.requiresSignature() ? "SIGNING" : "SETTLED");
        if (slot.requiresSignature()) {
            staff.holders("leader", slots.area())
                    .forEach(leader -> notifications.send(Message.of(
                                    "province-report",
                                    regions.name(slots.area()),
                                    slot.name(),
                                    report.version(),
                                    slot.missing().size())
                            .ofRound(round.id())
                            .to(Recipient.staff(leader.id()))
                            .about("province-report/" + report.code(), slots.area())
                            .linking("/desk/laporan-masuk")));
        } else {
            seals.settle(report, null);
        }
        changes.announce("received-reports", slots.area());
    }

    /**
     * Settles the latest version with somebody's approval.
     *
     * @throws Problem 403, 404 {@code UNKNOWN_TIER_REPORT}, 409 {@code TIER_REPORT_SEALED}, {@code NOT_THE_LATEST}, 422 {@code APPROVAL_INCOMPLETE}
     */
    TierReport approve(Actor actor, long id, ApprovalDraft draft) {
        actor.require(Permission.APPROVE_PROVINCE_REPORT, slots.area());
        return LostRace.again(() -> transactions.write(WORK, () -> {
            var report = reports.get(id);
            if (report.level() != TierLevel.PROVINCE) {
                throw Problem.notFound("UNKNOWN_TIER_REPORT");
            }
            var round = elections.round(report.roundId());
            lock(round, report.slot());
            var latest = reports.latest(report.roundId(), report.slot(), report.area())
                    .orElse(report);
            if (latest.id() != report.id()) {
                throw Problem.conflict("NOT_THE_LATEST", latest.version());
            }
            seals.settle(report, draft.of(staff.person(actor.id()).orElseThrow(), signIn.code()));
            jdbc.sql("UPDATE tier_case SET state = 'SETTLED' WHERE round_id = ? AND slot = ? AND area = ?")
                    .params(report.roundId(), report.slot(), report.area())
                    .update();
            changes.announce("received-reports", slots.area());
            return report;
        }));
    }

    private void lock(RoundRef round, String slot) {
        jdbc.sql(
                        "INSERT INTO tier_case (round_id, slot, area, level, state, due_at) VALUES (?, ?, ?, 'PROVINCE', 'WAITING', ?) ON CONFLICT DO NOTHING")
                .params(round.id(), slot, slots.area(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("SELECT state FROM tier_case WHERE round_id = ? AND slot = ? AND area = ? FOR UPDATE")
                .params(round.id(), slot, slots.area())
                .query(String.class)
                .single();
    }

    private void state(RoundRef round, Slot slot, String state) {
        jdbc.sql("UPDATE tier_case SET state = ?, due_at = ? WHERE round_id = ? AND slot = ? AND area = ?")
                .params(state, slot.dueAt().atOffset(ZoneOffset.UTC), round.id(), slot.name(), slots.area())
                .update();
    }

    private void requireProvince() {
        if (!slots.isProvince()) {
            throw Problem.unprocessable("NO_PROVINCE");
        }
    }
}
