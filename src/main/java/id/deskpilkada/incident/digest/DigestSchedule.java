package id.deskpilkada.incident.digest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks by itself, on every node, wherever reports are worked off by themselves. */
@Component
@ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
class DigestSchedule {

    private final LeaderDigest digest;

    DigestSchedule(LeaderDigest digest) {
        this.digest = digest;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void look() {
        digest.send();
    }
}
