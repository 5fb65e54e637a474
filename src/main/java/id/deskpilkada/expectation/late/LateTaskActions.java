package id.deskpilkada.expectation.late;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tasks of {@code late-report} end by themselves: over {@code POST /api/tasks/{id}/complete} they are refused with {@code STILL_LATE} as long as somebody is late. */
@Component
class LateTaskActions implements TaskAction {

    private final LateReportProcess process;

    LateTaskActions(LateReportProcess process) {
        this.process = process;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(LateReportProcess.CALL_DISTRICT, LateReportProcess.CALL_DESK);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        process.complete(task.id());
    }
}
