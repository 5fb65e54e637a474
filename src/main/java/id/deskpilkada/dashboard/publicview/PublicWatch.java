package id.deskpilkada.dashboard.publicview;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks whether there is something to write or to take in: every second on each node, and at once where the switch was turned. */
@Component
class PublicWatch {

    private static final Logger log = LoggerFactory.getLogger(PublicWatch.class);

    private final EditionWriter writer;
    private final PublicFiles files;

    PublicWatch(EditionWriter writer, PublicFiles files) {
        this.writer = writer;
        this.files = files;
    }

    /** The files are taken in also when writing fails: what another node has written counts here too. */
    void look() {
        try {
            writer.write();
        } catch (DataAccessException | TransactionException away) {
            log.warn("No public edition was written: {}", away.getMessage());
        }
        files.refresh();
    }

    @Component
    @ConditionalOnProperty(name = "desk.public.watching", matchIfMissing = true)
    static class Schedule {

        private final PublicWatch watch;

        Schedule(PublicWatch watch) {
            this.watch = watch;
        }

        @Scheduled(fixedDelay = 1_000)
        void look() {
            watch.look();
        }
    }
}
