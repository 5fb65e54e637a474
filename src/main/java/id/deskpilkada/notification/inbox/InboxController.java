package id.deskpilkada.notification.inbox;

import id.deskpilkada.notification.Inbox;
import id.deskpilkada.notification.inbox.InboxMessages.InboxMessage;
import id.deskpilkada.notification.inbox.Preferences.Choice;
import id.deskpilkada.notification.inbox.Preferences.Preference;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own inbox by program. */
@RestController
@RequestMapping("/api/inbox")
@Tag(name = "inbox")
class InboxController {

    private final InboxMessages messages;
    private final Inbox inbox;
    private final Preferences preferences;

    InboxController(InboxMessages messages, Inbox inbox, Preferences preferences) {
        this.messages = messages;
        this.inbox = inbox;
        this.preferences = preferences;
    }

    /** @param unread at most 100 */
    record Unread(int unread) {}

    record Channels(List<Preference> channels) {}

    record Choices(List<Choice> channels) {}

    @Operation(summary = "One's own messages, newest first")
    @GetMapping
    Page<InboxMessage> page(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var window = Page.window(page, size);
        return new Page<>(
                messages.page(actor.id(), unread, window),
                window.page(),
                window.size(),
                messages.count(actor.id(), unread));
    }

    @Operation(summary = "How many messages are unread, counted up to 100")
    @GetMapping("/unread")
    Unread unread(Actor actor) {
        return new Unread(inbox.unread(actor.id()));
    }

    @Operation(summary = "Mark a message as read; the sender can see that")
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, Actor actor) {
        messages.read(actor.id(), id);
    }

    @Operation(summary = "How one is reached outside the inbox, in order")
    @GetMapping("/channels")
    Channels channels(Actor actor) {
        return new Channels(preferences.of(actor.id()));
    }

    @Operation(summary = "Choose how one is reached: channels in order, each ALWAYS, URGENT or NEVER")
    @PutMapping("/channels")
    Channels choose(@RequestBody Choices choices, Actor actor) {
        preferences.choose(actor.id(), choices.channels());
        return channels(actor);
    }
}
