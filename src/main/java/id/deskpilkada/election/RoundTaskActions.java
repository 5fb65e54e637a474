package id.deskpilkada.election;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finishing the desk's tasks over {@code POST /api/tasks/{id}/complete}: {@code report-readiness} takes {@code {note?}}, {@code close-desk} takes {@code {confirmed?, note?}} and
 * asks for the confirmation while anything is open.
 */
@Component
class RoundTaskActions implements TaskAction {

    private static final int LONGEST = 1000;

    private final Elections elections;
    private final RoundStanding standing;
    private final RoundRecords records;
    private final RunningRoundProcess process;

    RoundTaskActions(Elections elections, RoundStanding standing, RoundRecords records, RunningRoundProcess process) {
        this.elections = elections;
        this.standing = standing;
        this.records = records;
        this.process = process;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(ElectionRoundProcess.REPORT_READINESS, ElectionRoundProcess.CLOSE_DESK);
    }

    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var names = task.subject().split("/", 2);
        var round = elections.round(names[0], names[1]);
        boolean closing = task.key().equals(ElectionRoundProcess.CLOSE_DESK);
        var figures = standing.of(round, closing ? RoundStage.REPORTING : RoundStage.READINESS);
        if (closing
                && !data.path("confirmed").asBoolean(false)
                && figures.stream().anyMatch(RoundFigures.Figure::left)) {
            throw Problem.unprocessable(
                    "DESK_STILL_OPEN",
                    figures.stream()
                            .filter(RoundFigures.Figure::left)
                            .map(figure -> FieldProblem.field(
                                    figure.code(),
                                    Long.toString(figure.count()),
                                    "STILL_OPEN",
                                    figure.code(),
                                    figure.count()))
                            .toList());
        }
        process.complete(task.id(), records.write(round.id(), task.key(), note(data), figures, actor.id()));
    }

    private static @Nullable String note(JsonNode data) {
        var text = data.path("note").asText("").strip();
        if (text.length() > LONGEST) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("data.note", text, "TEXT_TOO_LONG", LONGEST)));
        }
        return text.isEmpty() ? null : text;
    }
}
