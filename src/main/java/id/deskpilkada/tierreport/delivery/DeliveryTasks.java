package id.deskpilkada.tierreport.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finishing the tasks of a delivery. {@code resend-report} takes {@code {answer: SEND|HANDED_OVER, by?, note?}}, {@code ask-receipt} {@code {answer: RECEIVED|NOT_YET|SEND, by?, note?}}.
 */
@Component
class DeliveryTasks implements TaskAction {

    private final ReportDeliveries deliveries;
    private final RunningDeliveryProcess process;
    private final Clock clock;

    DeliveryTasks(ReportDeliveries deliveries, RunningDeliveryProcess process, Clock clock) {
        this.deliveries = deliveries;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(ReportDeliveryProcess.RESEND, ReportDeliveryProcess.ASK);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        long id = ReportDeliveryProcess.delivery(task.subject());
        // The engine has let whoever acts do this task; what moves the delivery on finishes or withdraws it.
        Scope.system(ReportDeliveryProcess.WORK, () -> {
            switch (data.path("answer").asText("")) {
                case "SEND" -> deliveries.again(id, text(data, "note"), actor.name());
                case "HANDED_OVER", "RECEIVED" ->
                    deliveries.received(id, "DESK", spokenTo(text(data, "by"), actor), null, clock.instant());
                case "NOT_YET" -> {
                    deliveries.asked(id, text(data, "note"), actor.name());
                    process.finish(task.id());
                }
                default ->
                    throw Problem.unprocessable(
                            "MALFORMED",
                            List.of(FieldProblem.field(
                                    "data.answer",
                                    data.path("answer").asText(""),
                                    "UNKNOWN_CHOICE",
                                    "SEND, HANDED_OVER, RECEIVED, NOT_YET")));
            }
        });
    }

    /** @throws Problem 422 {@code RECEIVED_BY_REQUIRED} */
    static String spokenTo(String name, Actor actor) {
        if (name.length() < 2) {
            throw Problem.unprocessable("RECEIVED_BY_REQUIRED");
        }
        return name + " (" + actor.name() + ")";
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asText("").strip();
    }
}
