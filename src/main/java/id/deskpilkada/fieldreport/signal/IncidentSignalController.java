package id.deskpilkada.fieldreport.signal;

import id.deskpilkada.fieldreport.IncidentSignals;
import id.deskpilkada.fieldreport.IncidentSignals.Signal;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "incident-signals")
class IncidentSignalController {

    private final IncidentSignals signals;

    IncidentSignalController(IncidentSignals signals) {
        this.signals = signals;
    }

    record Settlement(@Nullable String note) {}

    @Operation(summary = "What was signalled as an incident inside one's own area, the latest first")
    @GetMapping("/api/incident-signals")
    Page<Signal> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return signals.page(actor, open, Page.window(page, size));
    }

    @Operation(summary = "Note what was done about a signal")
    @PostMapping("/api/incident-signals/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Settlement settlement, Actor actor) {
        signals.settle(id, settlement.note(), actor);
    }
}
