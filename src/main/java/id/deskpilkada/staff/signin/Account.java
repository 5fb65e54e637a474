package id.deskpilkada.staff.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How one person signs in: their password, the lock after too many failures, and the one-time code by which they choose a new password. */
@Entity
@Table(name = "staff_account")
class Account {

    static final int FAILURES_TO_LOCK = 10;
    static final Duration LOCK = Duration.ofMinutes(15);
    static final Duration CODE_LIFE = Duration.ofMinutes(30);
    static final int CODE_TRIES = 5;

    @Id
    private Long staffId;

    private @Nullable String passwordHash;
    private boolean initialPassword;
    private boolean oneTime;
    private int failedSignIns;
    private @Nullable Instant lockedUntil;
    private @Nullable String resetCodeHash;
    private @Nullable Instant resetCodeExpiresAt;
    private int resetCodeFailures;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(long staffId) {
        this.staffId = staffId;
    }

    long staffId() {
        return staffId;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    /** Whether the holder has chosen a password, rather than been given one with the staff list. */
    boolean hasChosenPassword() {
        return passwordHash != null && !initialPassword;
    }

    /** Whether the password is good for choosing another only. */
    boolean isOneTime() {
        return oneTime;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    boolean hasFailures() {
        return failedSignIns > 0 || lockedUntil != null;
    }

    void signedIn() {
        failedSignIns = 0;
        lockedUntil = null;
    }

    void failed(Instant now) {
        failedSignIns++;
        if (failedSignIns >= FAILURES_TO_LOCK) {
            lockedUntil = now.plus(LOCK);
            failedSignIns = 0;
        }
    }

    void unlock() {
        signedIn();
    }

    void giveInitialPassword(String hash) {
        changePassword(hash);
        initialPassword = true;
    }

    void giveOneTimePassword(String hash) {
        giveInitialPassword(hash);
        oneTime = true;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        initialPassword = false;
        oneTime = false;
        withdrawCode();
        signedIn();
    }

    void offerCode(String hash, Instant now) {
        resetCodeHash = hash;
        resetCodeExpiresAt = now.plus(CODE_LIFE);
        resetCodeFailures = 0;
    }

    /** Whether this is the code on offer. A code is worth nothing once it was used, too old, or guessed at too often. */
    boolean takeCode(Predicate<String> isCodeOf, Instant now) {
        if (resetCodeHash == null || resetCodeExpiresAt == null || !now.isBefore(resetCodeExpiresAt)) {
            return false;
        }
        if (isCodeOf.test(resetCodeHash)) {
            withdrawCode();
            return true;
        }
        resetCodeFailures++;
        if (resetCodeFailures >= CODE_TRIES) {
            withdrawCode();
        }
        return false;
    }

    private void withdrawCode() {
        resetCodeHash = null;
        resetCodeExpiresAt = null;
        resetCodeFailures = 0;
    }
}
