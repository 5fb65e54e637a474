package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.SystemTransactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** First and chosen passwords of people. */
@Service
public class Secrets {

    private static final String WORK = "passwords";

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final SystemTransactions transactions;

    Secrets(
            Accounts accounts,
            Passwords passwords,
            PasswordHashes hashes,
            Sessions sessions,
            PasswordRules rules,
            SystemTransactions transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hashes = hashes;
        this.sessions = sessions;
        this.rules = rules;
        this.transactions = transactions;
    }

    /**
     * Gives people the passwords that came with the staff list, by staff id. Whoever has chosen a password keeps it.
     *
     * @return those whose password is another now
     */
    public Collection<Long> giveInitial(Map<Long, String> byStaffId) {
        return transactions.write(WORK, () -> initial(byStaffId));
    }

    private Collection<Long> initial(Map<Long, String> byStaffId) {
        var known = known(byStaffId.keySet());
        var wanted = new HashMap<>(byStaffId);
        wanted.keySet().removeIf(id -> known.containsKey(id) && known.get(id).hasChosenPassword());
        var same = wanted.entrySet().parallelStream()
                .filter(entry -> {
                    var account = known.get(entry.getKey());
                    return account != null && passwords.matches(entry.getValue(), account.passwordHash());
                })
                .map(Map.Entry::getKey)
                .toList();
        same.forEach(wanted::remove);
        passwords.hash(wanted).forEach((id, hash) -> {
            var account = known.getOrDefault(id, new Account(id));
            account.giveInitialPassword(hash);
            accounts.save(account);
            hashes.forget(id);
            if (known.containsKey(id)) {
                sessions.closeAll(id);
            }
        });
        return wanted.keySet();
    }

    /** Replaces a password; whoever is signed in with the old one is signed out. */
    public void choose(long staffId, String password) {
        transactions.write(WORK, () -> {
            var account = accounts.findLocked(staffId).orElseGet(() -> new Account(staffId));
            account.changePassword(passwords.hash(password));
            accounts.save(account);
            hashes.forget(staffId);
            sessions.closeAll(staffId);
        });
    }

    /** @throws id.deskpilkada.platform.Problem as {@link PasswordRules#refuseWeak} */
    void refuseWeak(String username, String password) {
        rules.refuseWeak(username, password);
    }

    /** One-time codes are short, so their digest would be undone in seconds: they are kept like passwords. */
    String hashOfCode(String code) {
        return passwords.hash(code);
    }

    boolean isCode(String code, String hash) {
        return passwords.matches(code, hash);
    }

    /** Signs a person out everywhere. */
    public void endSessions(long staffId) {
        sessions.closeAll(staffId);
    }

    private Map<Long, Account> known(Collection<Long> ids) {
        return accounts.findAllById(ids).stream().collect(Collectors.toMap(Account::staffId, Function.identity()));
    }
}
