package id.deskpilkada.tally;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Recounts by itself every ten minutes on each node and says so when something does not add up. */
@Component
class RecountWatch {

    private static final Logger log = LoggerFactory.getLogger(RecountWatch.class);

    private final Recount recount;
    private final Changes changes;
    private final DeskSettings settings;

    RecountWatch(Recount recount, Changes changes, DeskSettings settings) {
        this.recount = recount;
        this.changes = changes;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void watch() {
        var outcome = recount.run();
        if (!outcome.ok()) {
            log.error(
                    "The recount differs from the stored totals in {} places, the first of them {}",
                    outcome.differences().size(),
                    outcome.differences().get(0));
            changes.announce("recount", settings.area());
        }
    }
}
