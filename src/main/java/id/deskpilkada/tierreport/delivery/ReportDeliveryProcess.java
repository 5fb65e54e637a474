package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.delivery.Delivery.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code report-delivery}: one instance for each report and recipient, with the business key {@code <election>/<round>/<slot>/<delivery>/<area>}. */
@Component
public class ReportDeliveryProcess {

    static final String PROCESS = "report-delivery";
    static final String RESEND = "resend-report";
    static final String ASK = "ask-receipt";
    static final String WORK = "report-delivery";

    private static final int DELIVERY = 3;
    private static final Duration TIME_FOR_THE_DESK = Duration.ofMinutes(15);

    private final DeliveryRows rows;
    private final Sending sending;
    private final TierReportRows reports;
    private final DeliverySettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    ReportDeliveryProcess(
            DeliveryRows rows,
            Sending sending,
            TierReportRows reports,
            DeliverySettings settings,
            DeskSettings desk,
            Clock clock) {
        this.rows = rows;
        this.sending = sending;
        this.reports = reports;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** The delivery that a case is about. */
    static long delivery(String subject) {
        return Long.parseLong(subject.split("/")[DELIVERY]);
    }

    public void send(DelegateExecution execution) {
        about(execution, id -> {
            sending.send(id);
            return id;
        });
    }

    public boolean over(DelegateExecution execution) {
        return state(execution).isOver();
    }

    public boolean again(DelegateExecution execution) {
        return state(execution) == State.WAITING;
    }

    public boolean sent(DelegateExecution execution) {
        return state(execution) == State.SENT;
    }

    /** Nobody answers however often the desk asks; the page of deliveries goes on to show it. */
    public boolean askedEnough(DelegateExecution execution) {
        return about(execution, id -> rows.get(id).asked() >= settings.mostAsks());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-" + desk.area());
    }

    public Date nextAttemptAt(DelegateExecution execution) {
        return about(execution, id -> Date.from(rows.get(id).nextAttemptAt()));
    }

    public Date receiptDueAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.receiptWithin()));
    }

    public Date askAgainAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.askAgain()));
    }

    public void prepare(DelegateTask task) {
        about(task.getExecution(), id -> {
            var delivery = rows.get(id);
            var report = reports.get(delivery.reportId());
            task.setName(task.getName() + " " + report.slot() + ": " + delivery.recipient());
            task.setDueDate(Date.from(clock.instant().plus(TIME_FOR_THE_DESK)));
            return id;
        });
    }

    public void resent(DelegateTask task) {
        require(state(task.getExecution()) != State.FAILED);
    }

    public void asked(DelegateTask task) {
        require(about(task.getExecution(), id -> rows.steps(id).stream()
                .anyMatch(step -> step.step().equals("ASKED")
                        && step.at().isAfter(task.getCreateTime().toInstant().minusSeconds(1)))));
    }

    private static void require(boolean known) {
        if (!known) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: jawabannya belum ada.");
        }
    }

    private State state(DelegateExecution execution) {
        return about(execution, id -> rows.get(id).state());
    }

    private static <T extends @Nullable Object> T about(DelegateExecution execution, Function<Long, T> step) {
        return Scope.system(WORK, () -> step.apply(delivery(execution.getProcessBusinessKey())));
    }
}
