package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** One-time codes by which people choose a new password, and the unlocking of accounts. */
@Service
public class ResetCodes implements LostAccess {

    /** Without letters and digits that look or sound alike over the telephone. */
    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    private static final String WORK = "reset-code";

    private final SecureRandom random = new SecureRandom();
    private final Staff staff;
    private final Accounts accounts;
    private final Secrets secrets;
    private final GuessLimit guesses;
    private final SignInRecord record;
    private final SystemTransactions transactions;
    private final Clock clock;

    ResetCodes(
            Staff staff,
            Accounts accounts,
            Secrets secrets,
            GuessLimit guesses,
            SignInRecord record,
            SystemTransactions transactions,
            Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.secrets = secrets;
        this.guesses = guesses;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The code is kept as a hash only. */
    @Override
    public Code offer(long staffId) {
        var code = random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
        var now = clock.instant();
        var hash = secrets.hashOfCode(code);
        transactions.write(WORK, () -> {
            var account = accounts.findLocked(staffId).orElseGet(() -> new Account(staffId));
            account.offerCode(hash, now);
            accounts.save(account);
        });
        return new Code(code, now.plus(Account.CODE_LIFE));
    }

    @Override
    public void unlock(long staffId) {
        transactions.write(WORK, () -> accounts.findLocked(staffId).ifPresent(Account::unlock));
    }

    /**
     * Sets the password of whoever holds the code.
     *
     * @throws Problem 422 {@code WRONG_RESET_CODE} or {@code MALFORMED} with what is wrong with the password, 429 {@code TOO_MANY_ATTEMPTS}
     */
    void redeem(String username, String code, String password, String address) {
        guesses.refuseIfSpent(address);
        secrets.refuseWeak(username, password);
        var typed = OneTimeWords.typed(code);
        var done = transactions.write(WORK, () -> staff.actor(username)
                .flatMap(actor -> accounts.findLocked(actor.id()))
                .filter(account -> account.takeCode(hash -> secrets.isCode(typed, hash), clock.instant())
                        || isOneTime(account, typed))
                .map(account -> {
                    secrets.choose(account.staffId(), password);
                    staff.actor(account.staffId()).ifPresent(record::redeemed);
                    return true;
                })
                .orElse(false));
        if (!Boolean.TRUE.equals(done)) {
            guesses.spend(address);
            record.refused(() -> staff.actor(username), "WRONG_RESET_CODE", address);
            throw Problem.unprocessable("WRONG_RESET_CODE");
        }
    }

    /** The password of a printed letter. It is not withdrawn after wrong guesses, which anybody could make, but guarded like a password. */
    private boolean isOneTime(Account account, String typed) {
        if (!account.isOneTime() || account.isLocked(clock.instant())) {
            return false;
        }
        var right = secrets.isCode(typed, String.valueOf(account.passwordHash()));
        if (!right) {
            account.failed(clock.instant());
        }
        return right;
    }
}
