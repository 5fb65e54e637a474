package id.deskpilkada.incident.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.incident.dispatch.Answerer.Via;
import id.deskpilkada.incident.dispatch.Reply.Act;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing the tasks of a dispatch. {@code confirm-dispatch} takes {@code {accepted, reason?}}, {@code report-handling} {@code {outcome}} or {@code {declined: true, reason}},
 * {@code call-agency-now} {@code {answer: ACKNOWLEDGED|DECLINED|NONE, by?, note}}, {@code ask-agency} {@code {answer: ON_THE_WAY|ARRIVED|DONE|NONE, by?, note}}, {@code choose-substitute} {@code {agency}} or {@code {note}}.
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
                AgencyDispatchProcess.ASK,
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
                case AgencyDispatchProcess.ASK -> asked(id, data, actor);
                default -> answers.replace(id, text(data, "agency"), text(data, "note"));
            }
        });
    }

    private void confirm(long id, JsonNode data, Answerer by) {
        if (data.path("accepted").isBoolean() && !data.path("accepted").booleanValue()) {
            answers.take(id, new Reply(Act.DECLINE, text(data, "reason")), by);
        } else {
            answers.take(id, Reply.of(Act.ACKNOWLEDGE), by);
        }
    }

    private void report(long id, JsonNode data, Answerer by) {
        if (data.path("declined").asBoolean(false)) {
            answers.take(id, new Reply(Act.DECLINE, text(data, "reason")), by);
        } else {
            answers.take(id, new Reply(Act.DONE, text(data, "outcome")), by);
        }
    }

    private void called(long id, JsonNode data, Actor actor) {
        var answer = text(data, "answer");
        answers.called(id, text(data, "note"));
        switch (answer == null ? "NONE" : answer) {
            case "ACKNOWLEDGED" -> onTheTelephone(id, Reply.of(Act.ACKNOWLEDGE), data, actor);
            case "DECLINED" -> onTheTelephone(id, new Reply(Act.DECLINE, text(data, "note")), data, actor);
            case "NONE" -> {}
            default -> throw unknown(answer, "ACKNOWLEDGED, DECLINED, NONE");
        }
    }

    private void onTheTelephone(long id, Reply reply, JsonNode data, Actor actor) {
        answers.take(id, reply, AnswerDesk.onTheTelephone(actor, text(data, "by")));
    }

    private void asked(long id, JsonNode data, Actor actor) {
        var answer = text(data, "answer");
        var note = text(data, "note");
        switch (Objects.requireNonNullElse(answer, "NONE")) {
            case "NONE" -> answers.asked(id, null, note, new Answerer(Via.PHONE, actor.name()));
            case "ON_THE_WAY", "ARRIVED", "DONE" ->
                answers.asked(
                        id,
                        DispatchState.valueOf(Objects.requireNonNull(answer)),
                        note,
                        AnswerDesk.onTheTelephone(actor, text(data, "by")));
            default -> throw unknown(answer, "ON_THE_WAY, ARRIVED, DONE, NONE");
        }
    }

    private static Problem unknown(@Nullable String answer, String choices) {
        return Problem.unprocessable(
                "MALFORMED", List.of(FieldProblem.field("data.answer", answer, "UNKNOWN_CHOICE", choices)));
    }

    private static @Nullable String text(JsonNode data, String field) {
        var text = data.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
