package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finishing C1 tasks over {@code POST /api/tasks/{id}/complete}: a reporter's task takes {@code {reportId}} of a report that the ledger has, the verifier's takes the form as typed
 * or {@code {photoRejection}}, the desk's takes {@code {data, reason}}.
 */
@Component
class C1TaskActions implements TaskAction {

    private final C1Cases cases;
    private final RunningCaptureProcess process;
    private final C1Verification verification;
    private final C1Adjudication adjudication;

    C1TaskActions(
            C1Cases cases, RunningCaptureProcess process, C1Verification verification, C1Adjudication adjudication) {
        this.cases = cases;
        this.process = process;
        this.verification = verification;
        this.adjudication = adjudication;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                C1CaptureProcess.COPY,
                C1CaptureProcess.SEND_PHOTOS,
                C1CaptureProcess.REPAIR_PHOTO,
                C1CaptureProcess.REKEY,
                C1CaptureProcess.NOTE_INCONSISTENCY,
                C1CaptureProcess.DECIDE_DIFFERENCE,
                C1CorrectionProcess.DECIDE);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var about = cases.of(task.subject());
        switch (task.key()) {
            case C1CaptureProcess.COPY, C1CaptureProcess.SEND_PHOTOS, C1CaptureProcess.REPAIR_PHOTO ->
                process.completeWith(task.id(), reportId(data));
            case C1CaptureProcess.REKEY -> rekey(about, data, actor);
            default ->
                adjudication.decide(about, data.get("data"), data.path("reason").asText(null), actor);
        }
    }

    private void rekey(C1Case about, JsonNode data, Actor actor) {
        var rejection = data.path("photoRejection").asText("");
        var fault = Arrays.stream(C1Verification.PhotoFault.values())
                .filter(value -> value.name().equals(rejection))
                .findFirst();
        if (fault.isPresent()) {
            verification.rejectPhoto(about, fault.get(), actor);
        } else {
            verification.rekey(about, data, actor);
        }
    }

    private static UUID reportId(JsonNode data) {
        var text = data.path("reportId").asText("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("data.reportId", text, "NOT_A_REPORT_ID")));
        }
    }
}
