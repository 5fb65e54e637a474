package id.deskpilkada.incident.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.incident.dispatch.Answerer.Via;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing the tasks of a dispatch. {@code confirm-dispatch} takes {@code {accepted, reason?}}, {@code report-handling} {@code {outcome}} or {@code {declined: true, reason}},
 * {@code call-agency-now} {@code {answer: ACKNOWLEDGED|DECLINED|NONE, by?, note}}, {@code choose-substitute} {@code {agency}} or {@code {note}}.
 */
@Component
class DispatchTasks implements TaskAction {

    private final Answers answers;

    DispatchTasks(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                AgencyDispatchProcess.CONFIRM,
                AgencyDispatchProcess.CALL,
                AgencyDispatchProcess.REPORT,
                AgencyDispatchProcess.SUBSTITUTE);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        long id = AgencyDispatchProcess.dispatch(task.subject());
        var by = new Answerer(Via.TASK, actor.name());
        // The engine has let whoever acts do this task.
        Scope.system("incident", () -> {
            switch (task.key()) {
                case AgencyDispatchProcess.CONFIRM -> confirm(id, data, by);
                case AgencyDispatchProcess.REPORT -> report(id, data, by);
                case AgencyDispatchProcess.CALL -> called(id, data, actor);
                default -> answers.replace(id, text(data, "agency"), text(data, "note"));
            }
        });
    }

    private void confirm(long id, JsonNode data, Answerer by) {
        if (data.path("accepted").isBoolean() && !data.path("accepted").booleanValue()) {
            answers.decline(id, text(data, "reason"), by);
        } else {
            answers.acknowledge(id, by);
        }
    }

    private void report(long id, JsonNode data, Answerer by) {
        if (data.path("declined").asBoolean(false)) {
            answers.decline(id, text(data, "reason"), by);
        } else {
            answers.done(id, text(data, "outcome"), by);
        }
    }

    private void called(long id, JsonNode data, Actor actor) {
        var answer = text(data, "answer");
        answers.called(id, text(data, "note"));
        switch (answer == null ? "NONE" : answer) {
            case "ACKNOWLEDGED" -> answers.acknowledge(id, AnswerDesk.onTheTelephone(actor, text(data, "by")));
            case "DECLINED" ->
                answers.decline(id, text(data, "note"), AnswerDesk.onTheTelephone(actor, text(data, "by")));
            case "NONE" -> {}
            default ->
                throw Problem.unprocessable(
                        "MALFORMED",
                        List.of(FieldProblem.field(
                                "data.answer", answer, "UNKNOWN_CHOICE", "ACKNOWLEDGED, DECLINED, NONE")));
        }
    }

    private static @Nullable String text(JsonNode data, String field) {
        var text = data.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
