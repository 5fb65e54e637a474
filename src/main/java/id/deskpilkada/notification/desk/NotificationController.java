package id.deskpilkada.notification.desk;

import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.desk.SentMessages.SentMessage;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages and their fate by program; roles desk, supervisor and helpdesk, inside their area. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "notifications")
class NotificationController {

    private final SentMessages messages;

    NotificationController(SentMessages messages) {
        this.messages = messages;
    }

    @Operation(summary = "Messages to people of one's area, newest first")
    @GetMapping
    Page<SentMessage> page(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return messages.page(actor, state, Page.window(page, size));
    }

    @Operation(summary = "Send again what has reached nobody")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable UUID id, Actor actor) {
        messages.again(actor, id);
    }
}
