package id.deskpilkada.tierreport.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of the installation's own reports on their way up. */
@RestController
@RequestMapping("/api/report-deliveries")
@Tag(name = "tier-reports")
class DeliveryController {

    private static final int MOST = 200;

    private final DeliveryDesk desk;
    private final FailureReasons reasons;

    DeliveryController(DeliveryDesk desk, FailureReasons reasons) {
        this.desk = desk;
        this.reasons = reasons;
    }

    /** @param text in words why this attempt failed; null where {@code detail} is in words itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepAnswer(
            String step, @Nullable String detail, @Nullable String text, @Nullable String actorName, Instant at) {}

    /** @param reason code of the latest failure; {@code reasonText} in words */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryAnswer(
            long id,
            String report,
            String region,
            String slot,
            int version,
            String recipient,
            Way way,
            Delivery.State state,
            int attempts,
            @Nullable String reason,
            @Nullable String reasonText,
            @Nullable String detail,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable String receiptId,
            @Nullable Instant receivedAt,
            @Nullable String receivedVia,
            @Nullable String receivedBy,
            List<StepAnswer> steps) {

        static DeliveryAnswer of(DeliveryDesk.Seen seen, @Nullable String reasonText, List<StepAnswer> steps) {
            var delivery = seen.delivery();
            var report = seen.report();
            return new DeliveryAnswer(
                    delivery.id(),
                    report.code(),
                    Area.dotted(report.area()),
                    report.slot(),
                    report.version(),
                    delivery.recipient(),
                    delivery.way(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.reason(),
                    reasonText,
                    delivery.detail(),
                    delivery.state() == Delivery.State.WAITING ? delivery.nextAttemptAt() : null,
                    delivery.sentAt(),
                    delivery.receiptId(),
                    delivery.receivedAt(),
                    delivery.receivedVia(),
                    delivery.receivedBy(),
                    steps);
        }
    }

    /** @param by who said so, in words @param note why it is sent again */
    record Told(@Nullable String by, @Nullable String note) {}

    @Operation(summary = "The latest deliveries, the newest first")
    @GetMapping
    List<DeliveryAnswer> latest(Actor actor) {
        return desk.latest(actor, MOST).stream().map(this::answer).toList();
    }

    @Operation(summary = "One delivery with its history")
    @GetMapping("/{delivery}")
    DeliveryAnswer one(@PathVariable long delivery, Actor actor) {
        return answer(desk.one(actor, delivery));
    }

    @Operation(summary = "Note that the recipient has it, as somebody there has said")
    @PostMapping("/{delivery}/receipt")
    DeliveryAnswer noted(@PathVariable long delivery, @RequestBody Told told, Actor actor) {
        return answer(desk.noted(actor, delivery, told.by()));
    }

    @Operation(summary = "Send it once more, from the beginning")
    @PostMapping("/{delivery}/resend")
    DeliveryAnswer again(@PathVariable long delivery, @RequestBody(required = false) @Nullable Told told, Actor actor) {
        return answer(desk.again(actor, delivery, told == null ? null : told.note()));
    }

    private DeliveryAnswer answer(DeliveryDesk.Seen seen) {
        var steps = seen.steps().stream()
                .map(step -> new StepAnswer(
                        step.step(), step.detail(), reasons.ofAttempt(step), step.actorName(), step.at()))
                .toList();
        return DeliveryAnswer.of(seen, reasons.of(seen.delivery().reason()), steps);
    }
}
