package id.deskpilkada.fieldreport.repair;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.dispatch.DispatcherSettings;
import id.deskpilkada.fieldreport.dispatch.ParkedReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings reports that were set aside before people, and back into the queue when a person says so. A case is opened after its report was set aside and not along with it: were
 * the engine what fails, the report would otherwise never be set aside.
 */
@Service
public class Repairs implements TaskAction {

    private static final Logger log = LoggerFactory.getLogger(Repairs.class);
    private static final int AT_ONCE = 50;

    private final FieldReportRepairProcess process;
    private final ParkedReports parked;
    private final DispatcherSettings settings;
    private final TransactionTemplate transaction;

    Repairs(
            FieldReportRepairProcess process,
            ParkedReports parked,
            DispatcherSettings settings,
            TransactionTemplate transaction) {
        this.process = process;
        this.parked = parked;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${desk.dispatcher.repair-look:5000}")
    void look() {
        if (settings.enabled()) {
            openCases();
        }
    }

    /** Opens a case for every report that has been set aside and has none. */
    public void openCases() {
        Scope.system("repairs", () -> found().forEach(this::open));
    }

    private List<ParkedReports.Parked> found() {
        return Objects.requireNonNull(
                transaction.execute(status -> parked.withoutCase(FieldReportRepairProcess.PROCESS, AT_ONCE)));
    }

    private void open(ParkedReports.Parked report) {
        try {
            transaction.executeWithoutResult(status -> process.open(report));
        } catch (RuntimeException failure) {
            log.error("No case could be opened for the parked report {}", report.id(), failure);
        }
    }

    /** False when the report is not parked. */
    public boolean retry(UUID report) {
        return Boolean.TRUE.equals(transaction.execute(status -> process.task(report)
                .map(task -> {
                    process.complete(task);
                    return true;
                })
                .orElseGet(() -> parked.retry(report))));
    }

    @Override
    public Set<String> tasks() {
        return Set.of(FieldReportRepairProcess.CHECK);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        process.complete(task.id());
    }
}
