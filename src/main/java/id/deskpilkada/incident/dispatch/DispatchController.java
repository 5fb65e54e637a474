package id.deskpilkada.incident.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agencies answer. {@code token} is that of a link, which needs no account, or the number of the dispatch for whoever is signed in. */
@RestController
@RequestMapping("/api/dispatches/{token}")
@Tag(name = "dispatches")
class DispatchController {

    private static final String NUMBER = "[0-9]{1,18}";

    private final AnswerDesk desk;
    private final Answers answers;

    DispatchController(AnswerDesk desk, Answers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    /**
     * One answer; each act reads the fields that it needs.
     *
     * @param by whom the desk had on the telephone
     * @param state {@code ON_THE_WAY} or {@code ARRIVED}
     */
    record Answer(
            @Nullable String by,
            @Nullable String state,
            @Nullable String note,
            @Nullable String outcome,
            @Nullable String reason) {

        static final Answer EMPTY = new Answer(null, null, null, null, null);
    }

    /** How the dispatch stands now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            String incident,
            String agency,
            DispatchState state,
            @Nullable Instant acknowledgedAt,
            @Nullable String answeredBy,
            @Nullable Instant endedAt) {

        static Standing of(Dispatch dispatch) {
            return new Standing(
                    "K-" + dispatch.incidentId(),
                    dispatch.agency(),
                    dispatch.state(),
                    dispatch.acknowledgedAt(),
                    dispatch.answeredBy(),
                    dispatch.endedAt());
        }
    }

    @Operation(summary = "We know and take it over; again is harmless")
    @PostMapping("/acknowledge")
    Standing acknowledge(
            @PathVariable String token,
            @RequestBody(required = false) @Nullable Answer answer,
            HttpServletRequest request) {
        return answer(token, answer, request, "acknowledged", answers::acknowledge);
    }

    @Operation(summary = "We are on the way, or there")
    @PostMapping("/progress")
    Standing progress(
            @PathVariable String token,
            @RequestBody(required = false) @Nullable Answer answer,
            HttpServletRequest request) {
        var given = answer == null ? Answer.EMPTY : answer;
        var state = state(given.state());
        return answer(token, answer, request, "progress", (id, by) -> answers.progress(id, state, given.note(), by));
    }

    @Operation(summary = "Done, with what was done")
    @PostMapping("/close")
    Standing close(
            @PathVariable String token,
            @RequestBody(required = false) @Nullable Answer answer,
            HttpServletRequest request) {
        var given = answer == null ? Answer.EMPTY : answer;
        return answer(token, answer, request, "done", (id, by) -> answers.done(id, given.outcome(), by));
    }

    @Operation(summary = "Not ours, with the reason; somebody else is sent")
    @PostMapping("/decline")
    Standing decline(
            @PathVariable String token,
            @RequestBody(required = false) @Nullable Answer answer,
            HttpServletRequest request) {
        var given = answer == null ? Answer.EMPTY : answer;
        return answer(token, answer, request, "declined", (id, by) -> answers.decline(id, given.reason(), by));
    }

    private Standing answer(
            String token,
            @Nullable Answer given,
            HttpServletRequest request,
            String act,
            BiConsumer<Long, Answerer> answer) {
        if (!token.matches(NUMBER)) {
            return Standing.of(desk.byLink(token, request.getRemoteAddr(), act, answer));
        }
        var actor = CurrentActor.require();
        if (!actor.may(Permission.ANSWER_DISPATCHES) && !actor.may(Permission.TRIAGE_INCIDENTS)) {
            throw Problem.forbidden("FORBIDDEN");
        }
        return Standing.of(desk.byPerson(Long.parseLong(token), actor, given == null ? null : given.by(), answer));
    }

    static DispatchState state(@Nullable String written) {
        if ("ON_THE_WAY".equals(written)) {
            return DispatchState.ON_THE_WAY;
        }
        if ("ARRIVED".equals(written)) {
            return DispatchState.ARRIVED;
        }
        throw Problem.unprocessable(
                "MALFORMED", List.of(FieldProblem.field("state", written, "UNKNOWN_CHOICE", "ON_THE_WAY, ARRIVED")));
    }
}
