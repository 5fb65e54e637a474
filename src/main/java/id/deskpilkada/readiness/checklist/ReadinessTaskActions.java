package id.deskpilkada.readiness.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing readiness tasks over {@code POST /api/tasks/{id}/complete}: a check takes {@code {reportId}} of a report that the ledger has, a follow-up {@code {note}}, the desk
 * {@code {decision: ACCEPT|PASS_ON, note}} and {@code {number, date, relocated, note?}}.
 */
@Component
class ReadinessTaskActions implements TaskAction {

    private static final int LONGEST = 1000;

    private final ReadinessCases cases;
    private final ReadinessNotes notes;
    private final RunningReadinessProcess process;

    ReadinessTaskActions(ReadinessCases cases, ReadinessNotes notes, RunningReadinessProcess process) {
        this.cases = cases;
        this.notes = notes;
        this.process = process;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                TpsReadinessProcess.CHECK,
                TpsReadinessProcess.RECHECK,
                TpsReadinessProcess.FOLLOW_UP,
                TpsReadinessProcess.DECIDE,
                TpsReadinessProcess.RECORD);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        cases.step(task.subject(), about -> {
            switch (task.key()) {
                case TpsReadinessProcess.CHECK, TpsReadinessProcess.RECHECK ->
                    process.completeWithReport(task.id(), reportId(data));
                case TpsReadinessProcess.FOLLOW_UP -> {
                    var owner = process.ownerOfTask(task.id());
                    process.completeWithNote(
                            task.id(), notes.handled(about, owner, required(data, "note"), actor.id()));
                }
                case TpsReadinessProcess.DECIDE ->
                    process.completeWithNote(task.id(), decision(about, data, actor.id()));
                default -> process.completeWithNote(task.id(), kpu(about, data, actor.id()));
            }
        });
    }

    private UUID decision(ReadinessCase about, JsonNode data, long staffId) {
        var decision = required(data, "decision");
        var note = required(data, "note");
        return switch (decision) {
            case "ACCEPT" -> notes.accepted(about, note, staffId);
            case "PASS_ON" -> notes.passedOn(about, note, staffId);
            default -> throw wrong("decision", decision, "UNKNOWN_CHOICE", "ACCEPT, PASS_ON");
        };
    }

    private UUID kpu(ReadinessCase about, JsonNode data, long staffId) {
        var number = required(data, "number");
        var date = required(data, "date");
        if (!data.path("relocated").isBoolean()) {
            throw wrong("relocated", data.path("relocated").asText(null), "FIELD_REQUIRED");
        }
        try {
            return notes.decided(
                    about,
                    number,
                    LocalDate.parse(date),
                    data.path("relocated").booleanValue(),
                    optional(data, "note"),
                    staffId);
        } catch (DateTimeParseException e) {
            throw wrong("date", date, "NOT_A_DATE");
        }
    }

    private static String required(JsonNode data, String field) {
        var text = optional(data, field);
        if (text == null) {
            throw wrong(field, null, "FIELD_REQUIRED");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode data, String field) {
        var text = data.path(field).asText("").strip();
        if (text.length() > LONGEST) {
            throw wrong(field, text, "REPORT_TEXT_TOO_LONG", LONGEST);
        }
        return text.isEmpty() ? null : text;
    }

    private static UUID reportId(JsonNode data) {
        var text = data.path("reportId").asText("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong("reportId", text, "NOT_A_REPORT_ID");
        }
    }

    private static Problem wrong(String field, @Nullable String value, String code, Object... arguments) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("data." + field, value, code, arguments)));
    }
}
