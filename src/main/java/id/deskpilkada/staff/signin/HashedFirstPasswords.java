package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * First passwords as hashes of our own. Thousands of hashes take minutes, in which no row may be locked and no connection held: so they are worked out against the accounts as
 * they are before, and in the transaction only an account that has changed since is looked at again.
 */
@Component
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "local", matchIfMissing = true)
class HashedFirstPasswords implements FirstPasswords {

    private static final String WORK = "first-passwords";

    private final Staff staff;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final SystemTransactions transactions;

    HashedFirstPasswords(
            Staff staff,
            Accounts accounts,
            Passwords passwords,
            PasswordHashes hashes,
            Sessions sessions,
            SystemTransactions transactions) {
        this.staff = staff;
        this.accounts = accounts;
        this.passwords = passwords;
        this.hashes = hashes;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** @param before hash that the account had, @param hash that it is to have, or nothing where the password is the same */
    private record Worked(String password, @Nullable String before, @Nullable String hash) {}

    @Override
    public Ready prepare(Map<String, String> byUsername) {
        var before = new HashMap<String, Account>();
        var people = staff.people(byUsername.keySet());
        people.forEach((username, person) -> transactions
                .read(WORK, () -> accounts.findById(person.id()))
                .ifPresent(account -> before.put(username, account)));
        var worked = new HashMap<String, Worked>();
        byUsername.entrySet().parallelStream()
                .map(entry -> Map.entry(entry.getKey(), worked(entry.getValue(), before.get(entry.getKey()))))
                .toList()
                .forEach(entry -> worked.put(entry.getKey(), entry.getValue()));
        return staffIds -> transactions.write(WORK, () -> give(worked, staffIds));
    }

    private Worked worked(String password, @Nullable Account account) {
        if (account == null) {
            return new Worked(password, null, passwords.hash(password));
        }
        var hash = account.passwordHash();
        var same = account.hasChosenPassword() || passwords.matches(password, hash);
        return new Worked(password, hash, same ? null : passwords.hash(password));
    }

    private Collection<String> give(Map<String, Worked> worked, Map<String, Long> staffIds) {
        var accountsNow = new HashMap<Long, Account>();
        accounts.findAllById(staffIds.values()).forEach(account -> accountsNow.put(account.staffId(), account));
        var changed = new HashSet<String>();
        staffIds.forEach((username, id) -> {
            var account = accountsNow.getOrDefault(id, new Account(id));
            var current = current(worked.get(username), account);
            if (current != null) {
                account.giveInitialPassword(current);
                accounts.save(account);
                hashes.forget(id);
                sessions.closeAll(id);
                changed.add(username);
            }
        });
        return List.copyOf(changed);
    }

    private @Nullable String current(@Nullable Worked worked, Account account) {
        if (worked == null || account.hasChosenPassword()) {
            return null;
        }
        return Objects.equals(worked.before(), account.passwordHash())
                ? worked.hash()
                : worked(worked.password(), account).hash();
    }
}
