package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.flow.RunningReportProcess.fact;
import static id.deskpilkada.tierreport.flow.RunningReportProcess.key;
import static id.deskpilkada.tierreport.flow.RunningReportProcess.slotFacts;

import id.deskpilkada.platform.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The process {@code tier-report}: the report of one district for one slot, with the business key {@code <election>/<round>/<slot>/<district>}. */
@Component
public class TierReportProcess {

    static final String SEAL = "seal-district-report";
    static final String CALL = "call-camat";

    private final ReportWork work;
    private final TierCases cases;
    private final TierMessages messages;
    private final FlowSettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    TierReportProcess(
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

    public void compile(DelegateExecution execution) {
        var report = work.compile(key(execution));
        fact(execution, RunningReportProcess.SIGNATURE_NEEDED, report.requiresSignature());
    }

    public void settle(DelegateExecution execution) {
        work.settle(key(execution));
    }

    public void handOver(DelegateExecution execution) {
        work.handOver(key(execution));
    }

    public List<String> camat(DelegateExecution execution) {
        return List.of("camat-" + key(execution).area());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-" + desk.area());
    }

    /** Names the task, gives it its time, and tells those who are to do it. */
    public void prepare(DelegateTask task) {
        var key = key(task);
        task.setName(task.getName() + ": " + messages.title(key));
        boolean seal = task.getTaskDefinitionKey().equals(SEAL);
        task.setDueDate(
                after(seal ? settings.callAfter() : settings.leaderAfter().minus(settings.callAfter())));
        if (seal) {
            messages.askForSeal(work.latest(key));
        } else {
            messages.askToCall(work.latest(key));
        }
    }

    public Date callAt(DelegateExecution execution) {
        return after(settings.callAfter());
    }

    public Date leaderAt(DelegateExecution execution) {
        return after(settings.leaderAfter());
    }

    public void tellLeader(DelegateExecution execution) {
        messages.digest(key(execution), cases);
    }

    /** What was sealed stands in our tables; a task that is finished without it is refused. */
    public void sealed(DelegateTask task) {
        if (cases.lock(key(task)).state() != CaseState.SETTLED) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: laporannya belum disegel.");
        }
    }

    private Date after(Duration time) {
        return Date.from(clock.instant().plus(time));
    }
}
