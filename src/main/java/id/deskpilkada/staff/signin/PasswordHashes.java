package id.deskpilkada.staff.signin;

import java.util.Optional;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** The password hash that an account has at present, remembered for seconds. */
@Component
class PasswordHashes {

    private static final String CACHE = "staff-password-hashes";

    private final Accounts accounts;

    PasswordHashes(Accounts accounts) {
        this.accounts = accounts;
    }

    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<String> of(long staffId) {
        return accounts.findById(staffId).map(Account::passwordHash);
    }

    @CacheEvict(cacheNames = CACHE)
    public void forget(long staffId) {}
}
