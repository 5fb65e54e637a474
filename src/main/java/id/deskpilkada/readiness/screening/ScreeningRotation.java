package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.sealing.SealedValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** After a change of the secret: seals what has a former key anew, some at a time, and forgets the former keys once nothing needs them. */
@Component
class ScreeningRotation {

    private static final Logger log = LoggerFactory.getLogger(ScreeningRotation.class);
    private static final String WORK = "screening-rotation";
    private static final int CHUNK = 1_000;

    private final ScreeningRows rows;
    private final SealedValues values;
    private final SystemTransactions transactions;

    ScreeningRotation(ScreeningRows rows, SealedValues values, SystemTransactions transactions) {
        this.rows = rows;
        this.values = values;
        this.transactions = transactions;
    }

    void run() {
        int chunk = CHUNK;
        int done = 0;
        while (chunk == CHUNK) {
            chunk = transactions.write(WORK, () -> rows.sealAnew(CHUNK));
            done += chunk;
        }
        transactions.write(WORK, () -> {
            if (values.anyFormerKey()) {
                values.forgetFormerKeys();
            }
        });
        if (done > 0) {
            log.info("{} values were sealed anew; the former secret may go once this says so no more", done);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
    static class Schedule {

        private final ScreeningRotation rotation;

        Schedule(ScreeningRotation rotation) {
            this.rotation = rotation;
        }

        @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
        void run() {
            rotation.run();
        }
    }
}
