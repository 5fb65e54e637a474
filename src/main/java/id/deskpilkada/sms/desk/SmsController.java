package id.deskpilkada.sms.desk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.sms.SmsState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** SMS that came in, over HTTP. */
@RestController
@RequestMapping("/api/sms")
@Tag(name = "sms")
class SmsController {

    private final SmsInbox inbox;

    SmsController(SmsInbox inbox) {
        this.inbox = inbox;
    }

    record Owner(@Nullable String username) {}

    record Note(@Nullable String reason) {}

    @Operation(summary = "SMS that came in, calls for help first, then the newest; figures of Form C1 are hidden")
    @GetMapping
    Page<SmsLine> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return inbox.page(actor, states(state), Page.window(page, size));
    }

    @Operation(summary = "Say whose message it is; it is read again as theirs")
    @PostMapping("/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody Owner owner, Actor actor) {
        inbox.assign(actor, id, owner.username());
    }

    @Operation(summary = "Put a message aside that is no report")
    @PostMapping("/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @RequestBody Note note, Actor actor) {
        inbox.dismiss(actor, id, note.reason());
    }

    /** Unknown names are no filter. */
    static List<SmsState> states(@Nullable String name) {
        return Arrays.stream(SmsState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .toList();
    }
}
