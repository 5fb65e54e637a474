package id.deskpilkada.readiness.visit;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finishing the tasks of a visit: the leader's takes {@code {reportId}} of a report that the ledger has, the desk's {@code {answer, text}}. */
@Component
class VisitTaskActions implements TaskAction {

    private static final int LONGEST_TEXT = 500;

    private final LeaderVisitProcess process;
    private final VisitWork work;

    VisitTaskActions(LeaderVisitProcess process, VisitWork work) {
        this.process = process;
        this.work = work;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(LeaderVisitProcess.VISIT, LeaderVisitProcess.ASK);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        if (task.key().equals(LeaderVisitProcess.VISIT)) {
            var report = reportId(data);
            work.requireReport(task.subject(), report);
            process.completeWith(task.id(), report);
        } else {
            work.answer(UUID.fromString(task.subject().split("/")[2]), answer(data), text(data));
            process.answered(task.id());
        }
    }

    private static UUID reportId(JsonNode data) {
        try {
            return UUID.fromString(data.path("reportId").asText());
        } catch (IllegalArgumentException unreadable) {
            throw malformed("data.reportId", data.path("reportId").asText(), "NOT_A_REPORT_ID");
        }
    }

    private static Visit.Answer answer(JsonNode data) {
        var written = data.path("answer").asText("");
        return Arrays.stream(Visit.Answer.values())
                .filter(known -> known.name().equals(written))
                .findFirst()
                .orElseThrow(() -> malformed("answer", written, "VISIT_ANSWER_MISSING"));
    }

    private static @Nullable String text(JsonNode data) {
        var text = data.path("text").asText("").strip();
        if (text.length() > LONGEST_TEXT) {
            throw malformed("text", text, "VISIT_TEXT_TOO_LONG");
        }
        return text.isEmpty() ? null : text;
    }

    private static Problem malformed(String field, String value, String code) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field(field, value, code, LONGEST_TEXT)));
    }
}
