package id.deskpilkada.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing {@code trace-difference}: {@code {cause, note?, correction?}}; {@code correction} holds the numbers as read in the photo by path, and asks for a correction of ours.
 */
@Component
class DifferenceTasks implements TaskAction {

    private static final int MOST = 99_999;

    private final Differences differences;
    private final Tracing tracing;
    private final OfficialComparisonProcess process;

    DifferenceTasks(Differences differences, Tracing tracing, OfficialComparisonProcess process) {
        this.differences = differences;
        this.tracing = tracing;
        this.process = process;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(OfficialComparisonProcess.TRACE);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var difference = differences.ofTask(task.id()).orElseThrow(() -> Problem.conflict("DIFFERENCE_SETTLED"));
        tracing.trace(difference, cause(data), note(data), readings(data), actor);
        process.complete(task.id());
    }

    private static Cause cause(JsonNode data) {
        var text = data.path("cause").asText("");
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Tracing.wrong("cause", text, "UNKNOWN_CHOICE", Arrays.toString(Cause.values())));
    }

    private static @Nullable String note(JsonNode data) {
        var text = data.path("note").asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Map<String, Integer> readings(JsonNode data) {
        var correction = data.path("correction");
        if (correction.isMissingNode() || correction.isNull()) {
            return null;
        }
        Map<String, Integer> readings = new LinkedHashMap<>();
        for (var entry : correction.properties()) {
            var number = entry.getValue();
            if (!number.isIntegralNumber()
                    || !number.canConvertToInt()
                    || number.intValue() < 0
                    || number.intValue() > MOST) {
                throw Tracing.wrong("correction." + entry.getKey(), number.asText(), "CORRECTION_NO_NUMBER");
            }
            readings.put(entry.getKey(), number.intValue());
        }
        if (readings.isEmpty()) {
            throw Tracing.wrong("correction", null, "CORRECTION_CHANGES_NOTHING");
        }
        return readings;
    }
}
