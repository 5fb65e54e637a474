package id.deskpilkada.tierreport.seal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the first key, so that it can be told to the tier above before anything is sealed, and after a change of the secret seals all of them anew, so that the former secret may go. */
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
        keys.current();
        int done = keys.sealAnew();
        if (done > 0) {
            log.info("{} signing keys were sealed anew", done);
        }
    }
}
