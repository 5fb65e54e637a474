package id.deskpilkada.platform.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops anchors by itself wherever reports are worked off by themselves. */
@Component
@ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
class AnchorSchedule {

    private final Anchors anchors;

    AnchorSchedule(Anchors anchors) {
        this.anchors = anchors;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void drop() {
        anchors.drop();
    }
}
