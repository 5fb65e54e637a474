package id.deskpilkada.retention;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "retention")
class RetentionController {

    private final Retention retention;
    private final DeskSettings settings;
    private final Messages messages;

    RetentionController(Retention retention, DeskSettings settings, Messages messages) {
        this.retention = retention;
        this.settings = settings;
        this.messages = messages;
    }

    /** @param rule what goes, in words */
    record Rule(String kind, String rule, String period, Instant before, long due, @Nullable Instant nextAt) {}

    record Report(List<Rule> rules) {}

    @Operation(summary = "What would be erased tonight because its time is over, and when the next follows")
    @GetMapping("/api/retention")
    Report report(Actor actor) {
        actor.require(Permission.READ_AUDIT, settings.regency());
        return new Report(retention.report().stream()
                .map(due -> new Rule(
                        due.kind(),
                        messages.text("retention." + due.kind()),
                        due.period().toString(),
                        due.before(),
                        due.due(),
                        due.nextAt()))
                .toList());
    }
}
