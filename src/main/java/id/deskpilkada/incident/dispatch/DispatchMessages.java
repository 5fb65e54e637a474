package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Timeline;
import id.deskpilkada.notification.MessageDelivered;
import id.deskpilkada.notification.MessageNotDelivered;
import id.deskpilkada.notification.MessageSent;
import id.deskpilkada.platform.Scope;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of the messages to agencies: receipts go into the timeline, and what reaches nobody does not wait for the clock. */
@Component
class DispatchMessages {

    private static final String WORK = "incident";

    private final DispatchContacts contacts;
    private final DispatchRows rows;
    private final RunningDispatchProcess running;
    private final Timeline timeline;
    private final Clock clock;

    DispatchMessages(
            DispatchContacts contacts,
            DispatchRows rows,
            RunningDispatchProcess running,
            Timeline timeline,
            Clock clock) {
        this.contacts = contacts;
        this.rows = rows;
        this.running = running;
        this.timeline = timeline;
        this.clock = clock;
    }

    @EventListener
    void sent(MessageSent sent) {
        tell(sent.message(), "TAKEN", sent.channel().name(), null);
    }

    @EventListener
    void delivered(MessageDelivered delivered) {
        Scope.system(WORK, () -> contacts.delivered(delivered.message()));
        tell(delivered.message(), "DELIVERED", delivered.channel().name(), null);
    }

    @EventListener
    void notDelivered(MessageNotDelivered failed) {
        tell(failed.message(), "NOT_DELIVERED", null, failed.reason());
        Scope.system(WORK, () -> contacts.ofMessage(failed.message()).ifPresent(contact -> {
            contacts.failed(failed.message());
            goOn(contact.dispatchId());
        }));
    }

    /** Nobody who was written to can answer: the next contacts now, and the desk when there are none. */
    private void goOn(long id) {
        var dispatch = rows.lock(id);
        if (dispatch.state() != DispatchState.SENT || !contacts.allFailed(id)) {
            return;
        }
        var now = clock.instant();
        boolean left = dispatch.contacted() < contacts.positions(id);
        rows.clocks(
                id,
                new Clocks(dispatch.acknowledgeBy(), now, left ? dispatch.callAt() : now, dispatch.leaderAt())
                        .sooner(dispatch));
        running.follow(rows.get(id));
    }

    private void tell(UUID message, String step, @Nullable String channel, @Nullable String detail) {
        Scope.system(WORK, () -> contacts.ofMessage(message)
                .ifPresent(contact -> timeline.write(
                        rows.get(contact.dispatchId()).incidentId(),
                        contact.dispatchId(),
                        step,
                        detail == null ? contact.name() : contact.name() + ": " + detail,
                        channel,
                        null,
                        message)));
    }
}
