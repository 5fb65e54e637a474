package id.deskpilkada.readiness.screening.duty;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.screening.duty.DutyCheckin.Condition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "duty-checkins")
class DutyCheckinController {

    private final DutyCheckins checkins;

    DutyCheckinController(DutyCheckins checkins) {
        this.checkins = checkins;
    }

    /** As it came. */
    record Request(
            @Nullable String id,
            @Nullable String tps,
            @Nullable String onDutySince,
            @Nullable String condition,
            @Nullable String election,
            @Nullable String round) {

        DutyCheckin checked() {
            List<FieldProblem> wrong = new ArrayList<>();
            var given = id == null ? UUID.randomUUID() : uuid(id, wrong);
            var since = onDutySince == null ? null : time(onDutySince, wrong);
            if (tps == null) {
                wrong.add(FieldProblem.field("tps", null, "FIELD_REQUIRED"));
            }
            var known = condition(condition);
            if (known.isEmpty()) {
                var all = String.join(
                        ", ", Arrays.stream(Condition.values()).map(Enum::name).toList());
                wrong.add(FieldProblem.field("condition", condition, "UNKNOWN_CHOICE", all));
            }
            if (!wrong.isEmpty() || tps == null || given == null) {
                throw Problem.unprocessable("MALFORMED", wrong);
            }
            return new DutyCheckin(given, tps, since, known.orElseThrow(), election, round);
        }

        private static @Nullable UUID uuid(String text, List<FieldProblem> wrong) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                wrong.add(FieldProblem.field("id", text, "NOT_A_UUID"));
                return null;
            }
        }

        private static @Nullable Instant time(String text, List<FieldProblem> wrong) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                wrong.add(FieldProblem.field("onDutySince", text, "NOT_A_TIME"));
                return null;
            }
        }

        private static Optional<Condition> condition(@Nullable String text) {
            return Arrays.stream(Condition.values())
                    .filter(value -> value.name().equals(text))
                    .findFirst();
        }
    }

    record Taken(UUID id) {}

    @Operation(
            summary =
                    "Since when the officers of a TPS are on duty and how they are; NEEDS_AMBULANCE is signalled at once")
    @PostMapping("/api/duty-checkins")
    ResponseEntity<Taken> take(@RequestBody Request request, Actor actor) {
        var checkin = request.checked();
        var fresh = checkins.take(checkin, actor);
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(new Taken(checkin.id()));
    }
}
