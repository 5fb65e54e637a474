package id.deskpilkada.tierreport.flow;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import id.deskpilkada.tierreport.Capacity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing the tasks of reports; {@code report} is the version that was looked at. {@code seal-district-report} takes {@code {report, capacity, onBehalfOf?, position?, rank?, nip?, remarks?}},
 * {@code call-camat} {@code {report, note}}, {@code check-regency-report} {@code {report, decision: FORWARD}} or {@code {decision: RETURN, districts: [report], reason}},
 * {@code approve-regency-report} {@code {report, decision: APPROVE, capacity, ...}} or {@code {report, decision: SEND_BACK, reason}}.
 */
@Component
class TierTaskActions implements TaskAction {

    private final TierReportActions actions;

    TierTaskActions(TierReportActions actions) {
        this.actions = actions;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(
                TierReportProcess.SEAL,
                TierReportProcess.CALL,
                RegencyReportProcess.CHECK,
                RegencyReportProcess.APPROVE);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        long report = data.path("report").asLong(0);
        switch (task.key()) {
            case TierReportProcess.SEAL -> actions.seal(report, signing(data), actor);
            case TierReportProcess.CALL -> actions.called(report, text(data, "note"), actor);
            case RegencyReportProcess.CHECK -> check(report, data, actor);
            default -> approve(report, data, actor);
        }
    }

    private void check(long report, JsonNode data, Actor actor) {
        var decision = text(data, "decision");
        switch (decision == null ? "" : decision) {
            case "FORWARD" -> actions.forward(report, actor);
            case "RETURN" -> actions.returnDistricts(districts(data), text(data, "reason"), actor);
            default -> throw unknown("decision", decision, "FORWARD, RETURN");
        }
    }

    private void approve(long report, JsonNode data, Actor actor) {
        var decision = text(data, "decision");
        switch (decision == null ? "" : decision) {
            case "APPROVE" -> actions.approve(report, signing(data), actor);
            case "SEND_BACK" -> actions.sendBack(report, text(data, "reason"), actor);
            default -> throw unknown("decision", decision, "APPROVE, SEND_BACK");
        }
    }

    private static List<Long> districts(JsonNode data) {
        var chosen = new ArrayList<Long>();
        data.path("districts").forEach(report -> chosen.add(report.asLong(0)));
        return chosen;
    }

    private static Signing signing(JsonNode data) {
        var given = text(data, "capacity");
        var capacity = Arrays.stream(Capacity.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElse(null);
        return new Signing(
                capacity,
                text(data, "onBehalfOf"),
                text(data, "position"),
                text(data, "rank"),
                text(data, "nip"),
                text(data, "remarks"));
    }

    private static @Nullable String text(JsonNode data, String field) {
        var text = data.path(field).asText("").strip();
        return text.isEmpty() || data.path(field).isNull() ? null : text;
    }

    private static Problem unknown(String field, @Nullable String value, String choices) {
        return Problem.unprocessable(
                "MALFORMED", List.of(FieldProblem.field("data." + field, value, "UNKNOWN_CHOICE", choices)));
    }
}
