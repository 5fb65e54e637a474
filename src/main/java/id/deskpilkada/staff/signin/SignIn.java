package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Checks user names and passwords, and slows down whoever guesses. */
@Service
class SignIn {

    private final Staff staff;
    private final Accounts accounts;
    private final Passwords passwords;
    private final HashingSlots slots;
    private final GuessLimit guesses;
    private final SignInRecord record;
    private final SystemTransactions transactions;
    private final Clock clock;

    SignIn(
            Staff staff,
            Accounts accounts,
            Passwords passwords,
            HashingSlots slots,
            GuessLimit guesses,
            SignInRecord record,
            SystemTransactions transactions,
            Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.passwords = passwords;
        this.slots = slots;
        this.guesses = guesses;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The person whose password this is.
     *
     * @param address network address of the caller
     * @throws Problem 401 {@code WRONG_CREDENTIALS}, 403 {@code CHOOSE_PASSWORD_FIRST} for a password from a letter, 423 {@code ACCOUNT_LOCKED}, 429 {@code TOO_MANY_ATTEMPTS}, 503 {@code TRY_AGAIN}
     */
    Actor check(String username, String password, String address) {
        try {
            return checked(username, password, address);
        } catch (Problem refusal) {
            record.refused(() -> staff.actor(username), refusal.code(), address);
            throw refusal;
        }
    }

    private Actor checked(String username, String password, String address) {
        guesses.refuseIfSpent(address);
        Optional<Actor> actor = staff.actor(username);
        Optional<Account> account =
                actor.flatMap(person -> transactions.read("sign-in", () -> accounts.findById(person.id())));
        if (account.filter(known -> known.isLocked(clock.instant())).isPresent()) {
            throw Problem.of(HttpStatus.LOCKED, "ACCOUNT_LOCKED", Account.LOCK.toMinutes());
        }
        var hash = account.map(Account::passwordHash).orElse(null);
        var typed = account.filter(Account::isOneTime)
                .map(known -> OneTimeWords.typed(password))
                .orElse(password);
        if (!slots.check(() -> passwords.matches(typed, hash))) {
            guesses.spend(address);
            account.ifPresent(known -> change(known, failed -> failed(failed, actor.orElseThrow())));
            throw Problem.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS");
        }
        if (account.filter(Account::isOneTime).isPresent()) {
            throw Problem.forbidden("CHOOSE_PASSWORD_FIRST");
        }
        account.filter(Account::hasFailures).ifPresent(known -> change(known, Account::signedIn));
        return actor.orElseThrow();
    }

    private void failed(Account account, Actor actor) {
        account.failed(clock.instant());
        if (account.isLocked(clock.instant())) {
            record.locked(actor);
        }
    }

    Optional<Actor> withoutPassword(String username) {
        return staff.actor(username);
    }

    private void change(Account account, Consumer<Account> change) {
        transactions.write(
                "sign-in", () -> accounts.findLocked(account.staffId()).ifPresent(change));
    }
}
