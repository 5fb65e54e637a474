package id.deskpilkada.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A feature that listens to what becomes of messages, and may fail. */
@Component
public class Heard {

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    @EventListener
    void on(MessageSent event) {
        hear(event);
    }

    @EventListener
    void on(MessageDelivered event) {
        hear(event);
    }

    @EventListener
    void on(MessageNotDelivered event) {
        hear(event);
    }

    private void hear(Object event) {
        if (failing) {
            throw new IllegalStateException("fails as the test wants");
        }
        events.add(event);
    }

    void forget() {
        events.clear();
        failing = false;
    }

    void fails(boolean now) {
        failing = now;
    }

    List<Object> events() {
        return events;
    }
}
