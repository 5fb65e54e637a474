package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.flow.RunningReportProcess.fact;
import static id.deskpilkada.tierreport.flow.RunningReportProcess.key;
import static id.deskpilkada.tierreport.flow.RunningReportProcess.slotFacts;

import id.deskpilkada.platform.DeskSettings;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The process {@code regency-report}: the report of the regency for one slot, with the business key {@code <election>/<round>/<slot>/<regency>}. */
@Component
public class RegencyReportProcess {

    static final String CHECK = "check-regency-report";
    static final String APPROVE = "approve-regency-report";

    private static final String RETURNED = "districtReturned";
    private static final String SENT_BACK = "sentBack";

    private final ReportWork work;
    private final TierCases cases;
    private final TierMessages messages;
    private final FlowSettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    RegencyReportProcess(
            ReportWork work,
            TierCases cases,
            TierMessages messages,
            FlowSettings settings,
            DeskSettings desk,
            Clock clock) {
        this.work = work;
        this.cases = cases;
        this.messages = messages;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(work.dueAt(key(execution)));
    }

    public void checkSlot(DelegateExecution execution) {
        slotFacts(execution, work.look(key(execution)));
    }

    public void countDistricts(DelegateExecution execution) {
        fact(execution, "districtsAwaited", work.districtsAwaited(key(execution)));
    }

    public Date waitsUntil(DelegateExecution execution) {
        return Date.from(work.waitsUntil(key(execution)));
    }

    public void compile(DelegateExecution execution) {
        fact(
                execution,
                RunningReportProcess.SIGNATURE_NEEDED,
                work.compile(key(execution)).requiresSignature());
    }

    public void settle(DelegateExecution execution) {
        work.settle(key(execution));
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-" + desk.area());
    }

    public List<String> leader(DelegateExecution execution) {
        return List.of("leader-" + desk.area());
    }

    /** Names the task, gives it its time, and tells those who are to do it. */
    public void prepare(DelegateTask task) {
        var key = key(task);
        task.setName(task.getName() + ": " + messages.title(key));
        task.setDueDate(remindAt(task.getExecution()));
        if (task.getTaskDefinitionKey().equals(CHECK)) {
            messages.askToCheck(work.latest(key));
        } else {
            messages.askForApproval(work.latest(key));
        }
    }

    public Date remindAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.remindAfter()));
    }

    public void tellDeskLate(DelegateExecution execution) {
        messages.deskIsLate(work.latest(key(execution)));
    }

    public void remindLeader(DelegateExecution execution) {
        messages.leaderIsLate(work.latest(key(execution)));
    }

    /** What the desk has decided stands in our tables; a task that is finished without it is refused. */
    public void checked(DelegateTask task) {
        var state = cases.lock(key(task)).state();
        if (state == CaseState.CHECKING) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: keputusannya belum ada.");
        }
        fact(task.getExecution(), RETURNED, state == CaseState.WAITING);
    }

    public void decided(DelegateTask task) {
        var state = cases.lock(key(task)).state();
        if (state == CaseState.SIGNING) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: keputusannya belum ada.");
        }
        fact(task.getExecution(), SENT_BACK, state == CaseState.CHECKING);
        fact(task.getExecution(), RETURNED, false);
    }
}
