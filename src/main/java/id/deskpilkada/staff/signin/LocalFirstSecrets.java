package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.FirstSecrets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** First secrets as one-time passwords of our own: kept as hashes, and replaced by the password that their person chooses. */
@Component
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class LocalFirstSecrets implements FirstSecrets {

    private static final String WORK = "first-secrets";

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final SystemTransactions transactions;

    LocalFirstSecrets(
            Accounts accounts,
            Passwords passwords,
            PasswordHashes hashes,
            Sessions sessions,
            SystemTransactions transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hashes = hashes;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @Override
    public Map<Long, String> issue(Collection<Long> staffIds) {
        var settled = transactions.read(WORK, () -> accounts.findAllById(staffIds).stream()
                .filter(Account::hasChosenPassword)
                .map(Account::staffId)
                .collect(Collectors.toSet()));
        Map<Long, String> secrets = new LinkedHashSet<>(staffIds)
                .stream()
                        .filter(id -> !settled.contains(id))
                        .collect(Collectors.toMap(Function.identity(), id -> OneTimeWords.next()));
        // Hashing takes its time, in which no row may be locked.
        var hashed = passwords.hash(secrets);
        return transactions.write(WORK, () -> give(secrets, hashed));
    }

    private Map<Long, String> give(Map<Long, String> secrets, Map<Long, String> hashed) {
        var given = new HashMap<Long, String>();
        hashed.forEach((id, hash) -> {
            var account = accounts.findLocked(id).orElseGet(() -> new Account(id));
            if (!account.hasChosenPassword()) {
                account.giveOneTimePassword(hash);
                accounts.save(account);
                hashes.forget(id);
                sessions.closeAll(id);
                given.put(id, secrets.get(id));
            }
        });
        return given;
    }
}
