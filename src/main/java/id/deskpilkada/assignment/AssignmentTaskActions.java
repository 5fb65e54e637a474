package id.deskpilkada.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.assignment.DistrictView.VillageView;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finishing the tasks about namings over {@code POST /api/tasks/{id}/complete}: what they are about is stored before; a task that ends with something missing takes {@code {reason}}. */
@Component
class AssignmentTaskActions implements TaskAction {

    private static final int LONGEST_REASON = 500;

    private final DistrictViews views;
    private final RunningAssignmentProcess process;
    private final Audit audit;

    AssignmentTaskActions(DistrictViews views, RunningAssignmentProcess process, Audit audit) {
        this.views = views;
        this.process = process;
        this.audit = audit;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                AdminAssignmentProcess.ASSIGN,
                AdminAssignmentProcess.TRAINING,
                AdminAssignmentProcess.CALL,
                AdminAssignmentProcess.FILL);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var parts = task.subject().split("/");
        var about = views.find(parts[2], parts[0], parts[1]);
        var view = views.view(about);
        var reason = data.path("reason").asText("").strip();
        switch (task.key()) {
            case AdminAssignmentProcess.ASSIGN -> requireNamed(view);
            case AdminAssignmentProcess.TRAINING -> requireReason(view.everybodyReady(), reason, "TRAINING_INCOMPLETE");
            case AdminAssignmentProcess.FILL -> requireReason(view.gaps() == 0, reason, "GAP_STILL_OPEN");
            default -> {}
        }
        if (!reason.isEmpty()) {
            audit.record(
                    "assignment.task-finished",
                    "assignments/" + about.subject(),
                    about.district(),
                    Map.of("task", task.key(), "reason", reason));
        }
        process.complete(task.id());
    }

    private static void requireNamed(DistrictView view) {
        if (view.gaps() > 0) {
            throw Problem.unprocessable(
                    "VILLAGES_WITHOUT_ADMIN",
                    view.gaps(),
                    view.villages().stream()
                            .filter(VillageView::gap)
                            .map(VillageView::name)
                            .collect(Collectors.joining(", ")));
        }
        if (!view.everySkKnown()) {
            throw Problem.unprocessable("SK_MISSING");
        }
    }

    private static void requireReason(boolean complete, String reason, String code) {
        if (!complete && reason.isEmpty()) {
            throw Problem.unprocessable(code);
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.unprocessable("TEXT_LENGTH", 1, LONGEST_REASON);
        }
    }
}
