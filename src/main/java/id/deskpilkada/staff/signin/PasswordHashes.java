package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.SystemTransactions;
import java.util.Optional;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** The password hash that an account has at present, remembered for seconds. */
@Component
class PasswordHashes {

    private static final String CACHE = "staff-password-hashes";

    private final Accounts accounts;
    private final SystemTransactions transactions;

    PasswordHashes(Accounts accounts, SystemTransactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<String> of(long staffId) {
        return transactions.read("sign-in", () -> accounts.findById(staffId).map(Account::passwordHash));
    }

    @CacheEvict(cacheNames = CACHE)
    public void forget(long staffId) {}
}
