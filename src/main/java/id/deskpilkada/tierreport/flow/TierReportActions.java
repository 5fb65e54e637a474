package id.deskpilkada.tierreport.flow;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.seal.Seals;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with reports that wait for them, each in one transaction that moves the process too. All are refused with 404 {@code UNKNOWN_TIER_REPORT} outside one's own area, 403 without
 * the right, and 409 {@code TIER_REPORT_SUPERSEDED} where a later version has taken the place of the one that was looked at, or {@code TIER_REPORT_NOT_OPEN} where it does not wait for this.
 */
@Service
public class TierReportActions {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 1000;

    private final TierCases cases;
    private final TierReportRows rows;
    private final ReportSteps steps;
    private final ReportWork work;
    private final RunningReportProcess running;
    private final Signatures signatures;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final DeskSettings desk;

    TierReportActions(
            TierCases cases,
            TierReportRows rows,
            ReportSteps steps,
            ReportWork work,
            RunningReportProcess running,
            Signatures signatures,
            Seals seals,
            TransactionTemplate transaction,
            DeskSettings desk) {
        this.cases = cases;
        this.rows = rows;
        this.steps = steps;
        this.work = work;
        this.running = running;
        this.signatures = signatures;
        this.seals = seals;
        this.transaction = transaction;
        this.desk = desk;
    }

    /** The camat seals the newest version of the district. */
    public void seal(long id, Signing signing, Actor actor) {
        act(id, report -> {
            actor.require(Permission.SEAL_DISTRICT_REPORT, Area.dotted(report.area()));
            open(report, CaseState.SIGNING);
            return settled(report, signing, actor, TierReportProcess.SEAL);
        });
    }

    /** A leader approves the newest version of the regency. */
    public void approve(long id, Signing signing, Actor actor) {
        act(id, report -> {
            regency(Permission.APPROVE_REGENCY_REPORT, report, actor);
            open(report, CaseState.SIGNING);
            return settled(report, signing, actor, RegencyReportProcess.APPROVE);
        });
    }

    private TierReport settled(TierReport report, Signing signing, Actor actor, String task) {
        seals.settle(report, signatures.read(signing, actor, report));
        return moved(report, CaseState.SETTLED, task);
    }

    /** The figures of now, before somebody signs. @return the new version */
    public TierReport compileAgain(long id, Actor actor) {
        return act(id, report -> {
            boolean district = TierKey.of(report).isDistrict();
            actor.require(
                    district ? Permission.SEAL_DISTRICT_REPORT : Permission.CHECK_REGENCY_REPORT,
                    Area.dotted(report.area()));
            open(report, district ? CaseState.SIGNING : CaseState.CHECKING);
            return work.compileAgain(report, actor.id());
        });
    }

    /** The desk has looked at the regency's report; a leader is asked. */
    public void forward(long id, Actor actor) {
        act(id, report -> {
            regency(Permission.CHECK_REGENCY_REPORT, report, actor);
            open(report, CaseState.CHECKING);
            steps.note(report, "CHECKED", null, actor.id());
            return moved(report, CaseState.SIGNING, RegencyReportProcess.CHECK);
        });
    }

    /** A leader wants the desk to look again. */
    public void sendBack(long id, @Nullable String reason, Actor actor) {
        act(id, report -> {
            regency(Permission.APPROVE_REGENCY_REPORT, report, actor);
            var why = reason(reason);
            open(report, CaseState.SIGNING);
            steps.note(report, "SENT_BACK", why, actor.id());
            return moved(report, CaseState.CHECKING, RegencyReportProcess.APPROVE);
        });
    }

    /** The desk gives reports of districts back before the regency's is forwarded: each is compiled and sealed again, and the regency waits for them. */
    public void returnDistricts(List<Long> ids, @Nullable String reason, Actor actor) {
        if (ids.isEmpty()) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("districts", null, "NO_DISTRICT_CHOSEN")));
        }
        act(ids.get(0), first -> {
            actor.require(Permission.CHECK_REGENCY_REPORT, desk.regency());
            var why = reason(reason);
            var regency = work.regency(TierKey.of(first));
            ids.stream().distinct().sorted().map(rows::get).forEach(report -> returned(report, regency, why, actor));
            if (cases.lock(regency).state() == CaseState.CHECKING) {
                moved(work.latest(regency), CaseState.WAITING, RegencyReportProcess.CHECK);
            }
            return first;
        });
    }

    private void returned(TierReport report, TierKey regency, String reason, Actor actor) {
        var key = TierKey.of(report);
        if (!key.isDistrict() || !key.in(regency.area()).equals(regency)) {
            throw Problem.unprocessable("NOT_A_DISTRICT_REPORT");
        }
        var state = cases.lock(key).state();
        var above = cases.lock(regency).state();
        if (above != CaseState.CHECKING && above != CaseState.WAITING) {
            throw Problem.conflict("REGENCY_REPORT_PASSED_ON");
        }
        newest(report);
        if (state == CaseState.WAITING || state.unused()) {
            throw Problem.conflict("TIER_REPORT_NOT_OPEN");
        }
        steps.note(report, "RETURNED", reason, actor.id());
        if (state == CaseState.SIGNING) {
            cases.become(key, CaseState.WAITING);
            running.tell(key, RunningReportProcess.DISTRICT_RETURNED);
        } else {
            work.anew(key);
        }
    }

    /** The desk wants another version of what is settled; the one there is stays readable. */
    public void askCorrection(long id, @Nullable String reason, Actor actor) {
        act(id, report -> {
            actor.require(Permission.CHECK_REGENCY_REPORT, desk.regency());
            var why = reason(reason);
            var key = TierKey.of(report);
            var state = cases.lock(key).state();
            newest(report);
            if (!state.over()) {
                throw Problem.conflict("TIER_REPORT_NOT_SETTLED");
            }
            steps.note(report, "CORRECTION_ASKED", why, actor.id());
            work.anew(key);
            return report;
        });
    }

    /** The desk has called the camat; the report still waits for its seal. */
    public void called(long id, @Nullable String note, Actor actor) {
        act(id, report -> {
            actor.require(Permission.CHECK_REGENCY_REPORT, desk.regency());
            var said = reason(note);
            open(report, CaseState.SIGNING);
            steps.note(report, "CALLED", said, actor.id());
            running.finish(TierKey.of(report), TierReportProcess.CALL);
            return report;
        });
    }

    private TierReport moved(TierReport report, CaseState state, String task) {
        var key = TierKey.of(report);
        cases.become(key, state);
        running.finish(key, task);
        return report;
    }

    private static void regency(Permission permission, TierReport report, Actor actor) {
        actor.require(permission, Area.dotted(report.area()));
        if (TierKey.of(report).isDistrict()) {
            throw Problem.unprocessable("NOT_A_REGENCY_REPORT");
        }
    }

    private void open(TierReport report, CaseState wanted) {
        var state = cases.lock(TierKey.of(report)).state();
        newest(report);
        if (state != wanted) {
            throw Problem.conflict("TIER_REPORT_NOT_OPEN");
        }
    }

    private void newest(TierReport report) {
        if (work.latest(TierKey.of(report)).id() != report.id()) {
            throw Problem.conflict("TIER_REPORT_SUPERSEDED");
        }
    }

    private static String reason(@Nullable String given) {
        var reason = given == null ? "" : given.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field("reason", reason, "TEXT_LENGTH", SHORTEST_REASON, LONGEST_REASON)));
        }
        return reason;
    }

    /** What lies outside one's own area is unknown; what a district does reaches the regency's case all the same. */
    private TierReport act(long id, Function<TierReport, TierReport> body) {
        return LostRace.again(() -> Objects.requireNonNull(transaction.execute(status -> {
            var report = rows.get(id);
            return Scope.widened(List.of(desk.area()), () -> body.apply(report));
        })));
    }
}
