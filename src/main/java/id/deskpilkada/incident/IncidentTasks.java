package id.deskpilkada.incident;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing the desk's tasks: {@code triage-incident} takes {@code {decision: HANDLE, severity, agencies, note?}}, {@code {decision: REJECT, reason}} or
 * {@code {decision: MERGE, into}}; {@code close-incident} {@code {outcome, hurt?, votingResumedAt?}}; {@code pass-on-to-kpu} {@code {note}}.
 */
@Component
class IncidentTasks implements TaskAction {

    private final IncidentDecisions decisions;

    IncidentTasks(IncidentDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                IncidentEscalationProcess.TRIAGE, IncidentEscalationProcess.CLOSE, IncidentEscalationProcess.PASS_ON);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        long id = IncidentKey.of(task.subject()).incident();
        switch (task.key()) {
            case IncidentEscalationProcess.TRIAGE -> judge(id, data, actor);
            case IncidentEscalationProcess.CLOSE ->
                decisions.close(id, text(data, "outcome"), number(data, "hurt"), time(data, "votingResumedAt"), actor);
            default -> decisions.passedOn(id, text(data, "note"), actor);
        }
    }

    private void judge(long id, JsonNode data, Actor actor) {
        var decision = text(data, "decision");
        switch (decision == null ? "" : decision) {
            case "HANDLE" ->
                decisions.handle(id, data.path("severity").asInt(0), agencies(data), text(data, "note"), actor);
            case "REJECT" -> decisions.reject(id, text(data, "reason"), actor);
            case "MERGE" -> decisions.merge(id, data.path("into").asLong(0), actor);
            default -> throw wrong("decision", decision, "UNKNOWN_CHOICE", "HANDLE, REJECT, MERGE");
        }
    }

    private static List<String> agencies(JsonNode data) {
        List<String> codes = new ArrayList<>();
        data.path("agencies").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static @Nullable Integer number(JsonNode data, String field) {
        var node = data.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw wrong(field, node.asText(), "MALFORMED_VALUE");
        }
        return node.intValue();
    }

    private static @Nullable Instant time(JsonNode data, String field) {
        var text = text(data, field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, text, "NOT_A_TIME");
        }
    }

    private static @Nullable String text(JsonNode data, String field) {
        var text = data.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private static Problem wrong(String field, @Nullable String value, String code, Object... arguments) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("data." + field, value, code, arguments)));
    }
}
