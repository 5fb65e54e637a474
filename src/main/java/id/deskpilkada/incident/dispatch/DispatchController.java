package id.deskpilkada.incident.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.incident.dispatch.Reply.Act;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
    private final HttpServletRequest request;

    DispatchController(AnswerDesk desk, HttpServletRequest request) {
        this.desk = desk;
        this.request = request;
    }

    /**
     * One answer; each act reads the fields that it needs.
     *
     * @param by whom the desk had on the telephone
     * @param state {@code ON_THE_WAY} or {@code ARRIVED}
     * @param agency code of the one that goes instead
     */
    record Given(
            @Nullable String by,
            @Nullable String state,
            @Nullable String note,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String agency) {

        static final Given NOTHING = new Given(null, null, null, null, null, null);

        Act step() {
            return switch (state == null ? "" : state) {
                case "ON_THE_WAY" -> Act.ON_THE_WAY;
                case "ARRIVED" -> Act.ARRIVED;
                default ->
                    throw Problem.unprocessable(
                            "MALFORMED",
                            List.of(FieldProblem.field("state", state, "UNKNOWN_CHOICE", "ON_THE_WAY, ARRIVED")));
            };
        }
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
    Standing acknowledge(@PathVariable String token, @RequestBody(required = false) @Nullable Given given) {
        return take(token, given, all -> Reply.of(Act.ACKNOWLEDGE));
    }

    @Operation(summary = "We are on the way, or there")
    @PostMapping("/progress")
    Standing progress(@PathVariable String token, @RequestBody(required = false) @Nullable Given given) {
        return take(token, given, all -> new Reply(all.step(), all.note()));
    }

    @Operation(summary = "Done, with what was done")
    @PostMapping("/close")
    Standing close(@PathVariable String token, @RequestBody(required = false) @Nullable Given given) {
        return take(token, given, all -> new Reply(Act.DONE, all.outcome()));
    }

    @Operation(summary = "Not ours, with the reason; somebody else is sent")
    @PostMapping("/decline")
    Standing decline(@PathVariable String token, @RequestBody(required = false) @Nullable Given given) {
        return take(token, given, all -> new Reply(Act.DECLINE, all.reason()));
    }

    @Operation(summary = "The desk has called, and nobody takes it over yet")
    @PostMapping("/called")
    Standing called(@PathVariable long token, @RequestBody Given given, Actor actor) {
        return Standing.of(desk.called(token, actor, given.note()));
    }

    @Operation(
            summary =
                    "Who goes instead of an agency that has declined; without an agency nobody does, and the note says why")
    @PostMapping("/substitute")
    Standing substitute(@PathVariable long token, @RequestBody Given given, Actor actor) {
        return Standing.of(desk.replace(token, actor, given.agency(), given.note()));
    }

    private Standing take(String token, @Nullable Given given, Function<Given, Reply> words) {
        var all = Objects.requireNonNullElse(given, Given.NOTHING);
        var reply = words.apply(all);
        return Standing.of(
                token.matches(NUMBER)
                        ? desk.byPerson(Long.parseLong(token), CurrentActor.require(), all.by(), reply)
                        : desk.byLink(token, request.getRemoteAddr(), reply));
    }
}
