package id.deskpilkada.tierreport.seal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** After a change of the secret: seals the signing keys anew, so that the former secret may go. */
@Component
@ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
class SigningKeysAnew {

    private static final Logger log = LoggerFactory.getLogger(SigningKeysAnew.class);

    private final SigningKeys keys;

    SigningKeysAnew(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 30_000)
    void run() {
        int done = keys.sealAnew();
        if (done > 0) {
            log.info("{} signing keys were sealed anew", done);
        }
    }
}
