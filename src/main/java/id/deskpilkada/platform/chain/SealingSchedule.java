package id.deskpilkada.platform.chain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals by itself wherever reports are worked off by themselves. */
@Component
@ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
class SealingSchedule {

    private final Sealer sealer;

    SealingSchedule(Sealer sealer) {
        this.sealer = sealer;
    }

    @Scheduled(fixedDelay = 500)
    void seal() {
        sealer.seal();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 600_000)
    void sealLatecomers() {
        sealer.sealLatecomers();
    }
}
