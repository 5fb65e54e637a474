package id.deskpilkada.readiness.risk.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.readiness.risk.RiskPlaces;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finishing the tasks of a list: sending, answering, calling, and what the agency has done. */
@Component
class MitigationTasks implements TaskAction {

    private final Handovers handovers;
    private final RiskMitigationProcess process;
    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final ObjectMapper json;

    MitigationTasks(
            Handovers handovers,
            RiskMitigationProcess process,
            RiskIndicators indicators,
            RiskPlaces places,
            ObjectMapper json) {
        this.handovers = handovers;
        this.process = process;
        this.indicators = indicators;
        this.places = places;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    record Sending(boolean withdraw, @Nullable String reason) {}

    record Answer(@Nullable Boolean accepted, @Nullable String reason) {}

    record Call(@Nullable String note, boolean takeBack) {}

    record Deeds(@Nullable List<Measures.Given> measures) {}

    @Override
    public Set<String> tasks() {
        return Set.of(
                RiskMitigationProcess.SUBMIT,
                RiskMitigationProcess.CONFIRM,
                RiskMitigationProcess.CALL,
                RiskMitigationProcess.RECORD,
                RiskMitigationProcess.CHASE);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        long list = RiskMitigationProcess.list(task.subject());
        switch (task.key()) {
            case RiskMitigationProcess.SUBMIT -> send(list, data, actor);
            case RiskMitigationProcess.CONFIRM -> answer(list, read(data, Answer.class));
            case RiskMitigationProcess.RECORD -> record(list, read(data, Deeds.class), actor);
            default -> {
                var call = read(data, Call.class);
                handovers.called(list, call.note(), call.takeBack());
            }
        }
        process.complete(task.id());
    }

    private void send(long list, JsonNode data, Actor actor) {
        var sending = read(data, Sending.class);
        if (sending.withdraw()) {
            handovers.withdraw(list, sending.reason());
        } else if (data.hasNonNull("agency")) {
            var choice = read(data, HandoverChoice.Given.class).checked(indicators, places.installation());
            handovers.choose(list, choice, actor);
        }
    }

    private void answer(long list, Answer answer) {
        if (Boolean.FALSE.equals(answer.accepted())) {
            handovers.decline(list, answer.reason());
        } else {
            handovers.acknowledge(list);
        }
    }

    private void record(long list, Deeds deeds, Actor actor) {
        handovers.save(list, Objects.requireNonNullElse(deeds.measures(), List.of()), actor);
        handovers.finish(list);
    }

    private <T> T read(JsonNode data, Class<T> type) {
        try {
            return json.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            throw Problem.unprocessable("MALFORMED_JSON");
        }
    }
}
