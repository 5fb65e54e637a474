package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.sealing.FormerKeyUse;
import id.deskpilkada.platform.sealing.SealedValues;
import id.deskpilkada.platform.sealing.SealedValues.Sealed;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this installation shows to the intakes above, sealed. */
@Component
class RecipientTokens implements FormerKeyUse {

    private static final String WORK = "recipient-tokens";

    private final JdbcClient jdbc;
    private final SealedValues values;
    private final SystemTransactions transactions;

    RecipientTokens(JdbcClient jdbc, SealedValues values, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.values = values;
        this.transactions = transactions;
    }

    private record Kept(long id, String sealedWith, byte[] tokenSealed) {}

    void keep(long recipient, String token) {
        transactions.write(WORK, () -> {
            values.use();
            var sealed = values.seal(token, about(recipient));
            jdbc.sql("UPDATE tier_recipient SET token_sealed = ?, sealed_with = ? WHERE id = ?")
                    .params(sealed.bytes(), sealed.keyId(), recipient)
                    .update();
        });
    }

    void forget(long recipient) {
        jdbc.sql("UPDATE tier_recipient SET token_sealed = NULL, sealed_with = NULL WHERE id = ?")
                .param(recipient)
                .update();
    }

    Optional<String> of(long recipient) {
        return kept("id = ?", recipient).stream().findFirst().map(this::opened);
    }

    private List<Kept> kept(String which, Object parameter) {
        return jdbc.sql("SELECT id, sealed_with, token_sealed FROM tier_recipient WHERE token_sealed IS NOT NULL AND "
                        + which + " ORDER BY id")
                .param(parameter)
                .query(Kept.class)
                .list();
    }

    private String opened(Kept kept) {
        return values.open(new Sealed(kept.sealedWith(), kept.tokenSealed()), about(kept.id()));
    }

    @Override
    public boolean anyBut(String newestKey) {
        return !kept("sealed_with <> ?", newestKey).isEmpty();
    }

    /** After a change of the secret. */
    int sealAnew() {
        return transactions.write(WORK, () -> {
            var former = kept("sealed_with <> ?", values.newestKey());
            former.forEach(one -> keep(one.id(), opened(one)));
            return former.size();
        });
    }

    private static String about(long recipient) {
        return "tier_recipient/" + recipient;
    }

    @Component
    @ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
    static class Anew {

        private final RecipientTokens tokens;

        Anew(RecipientTokens tokens) {
            this.tokens = tokens;
        }

        @Scheduled(fixedDelay = 600_000, initialDelay = 35_000)
        void run() {
            tokens.sealAnew();
        }
    }
}
