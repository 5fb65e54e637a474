package id.deskpilkada.tierreport.seal;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.seal.Verdict.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of reports whether they are what was sealed: of our own to anybody, of those of another installation to the intake. */
@Component
public class SealCheck {

    private static final String WORK = "seal-check";

    /** What a printed code carries, or all of it. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16,64}");

    private final TierReportRows rows;
    private final TierStates states;
    private final Seals seals;
    private final SigningKeys keys;
    private final SystemTransactions transactions;

    SealCheck(TierReportRows rows, TierStates states, Seals seals, SigningKeys keys, SystemTransactions transactions) {
        this.rows = rows;
        this.states = states;
        this.seals = seals;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * Of a report of this installation, for anybody.
     *
     * @param code as printed; upper or lower case, with or without its hyphens
     * @param digest of the copy in hand, its first 16 hexadecimal digits or more; null to ask about the code only
     */
    public Verdict check(String code, @Nullable String digest) {
        return transactions.read(WORK, () -> rows.byCode(spelled(code))
                .flatMap(report -> verdict(report, digest))
                .orElseGet(Verdict::unknown));
    }

    private Optional<Verdict> verdict(TierReport report, @Nullable String digest) {
        return seals.of(report.id()).map(seal -> {
            var newest = newest(report).orElse(null);
            return new Verdict(answer(report, seal, digest, newest), report, seal, newest);
        });
    }

    private Answer answer(TierReport report, Seal seal, @Nullable String digest, @Nullable String newest) {
        if (digest != null && !matches(report.digest(), digest)) {
            return Answer.ALTERED;
        }
        var key = keys.find(seal.keyId());
        if (key.isEmpty()
                || check(
                                rows.snapshot(report.id()),
                                seal.statement(),
                                seal.signature(),
                                key.get().publicKey())
                        != Finding.SOUND) {
            return Answer.ALTERED;
        }
        return report.code().equals(newest) ? Answer.GENUINE : Answer.SUPERSEDED;
    }

    private static boolean matches(String whole, String asked) {
        var given = asked.strip().toLowerCase(Locale.ROOT);
        return DIGEST.matcher(given).matches() && whole.startsWith(given);
    }

    /** The last version that is settled and was not given back. */
    private Optional<String> newest(TierReport report) {
        return rows.versions(report.roundId(), report.slot(), report.area()).stream()
                .filter(version -> seals.of(version.id()).isPresent() && states.of(version.id()) != TierState.RETURNED)
                .reduce((one, later) -> later)
                .map(TierReport::code);
    }

    private static String spelled(String code) {
        var letters = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return letters.length() == 16 ? letters.replaceAll("(.{4})(?=.)", "$1-") : code;
    }

    /** What is wrong with an envelope. */
    public enum Finding {
        SOUND,
        /** One of its texts is not what it should be. */
        UNREADABLE,
        /** It was not signed with this key, or the statement was altered. */
        SIGNATURE_WRONG,
        /** The statement is genuine, the snapshot is not the one that it is about. */
        SNAPSHOT_WRONG
    }

    /**
     * Of a report of any installation.
     *
     * @param snapshot canonical JSON, to the byte
     * @param statement canonical JSON, to the byte
     * @param publicKey SubjectPublicKeyInfo of the sender
     */
    public static Finding check(String snapshot, String statement, byte[] signature, byte[] publicKey) {
        if (!Ed25519.isSignedBy(publicKey, statement.getBytes(StandardCharsets.UTF_8), signature)) {
            return Finding.SIGNATURE_WRONG;
        }
        try {
            return Statement.read(statement).isAbout(snapshot) ? Finding.SOUND : Finding.SNAPSHOT_WRONG;
        } catch (IllegalStateException | NullPointerException e) {
            return Finding.UNREADABLE;
        }
    }
}
