package id.deskpilkada.voting.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finishing the task of a reporter over {@code POST /api/tasks/{id}/complete}: it ends by itself with the last report, so that {@code {}} is refused while TPS are missing. */
@Component
class MonitoringTaskActions implements TaskAction {

    private final VillageSlots villages;
    private final Watches watches;
    private final VotingMonitoringProcess process;

    MonitoringTaskActions(VillageSlots villages, Watches watches, VotingMonitoringProcess process) {
        this.villages = villages;
        this.watches = watches;
        this.process = process;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(VotingMonitoringProcess.REPORT);
    }

    /** @throws Problem 422 {@code VOTING_REPORTS_MISSING} with every TPS that has not reported */
    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var reporter = process.reporter(task.id());
        List<FieldProblem> missing = villages.ask(
                task.subject(),
                about ->
                        watches
                                .lock(about)
                                .map(watch -> watch.of(reporter, watches.missing(about)))
                                .orElse(List.of())
                                .stream()
                                .map(tps -> FieldProblem.field("tps", tps, "TPS_STILL_MISSING", tps))
                                .toList());
        if (!missing.isEmpty()) {
            throw Problem.unprocessable("VOTING_REPORTS_MISSING", missing);
        }
        process.complete(task.id());
    }
}
