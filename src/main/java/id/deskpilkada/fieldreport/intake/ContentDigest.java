package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.FieldReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a salt, what the ledger knows about a report, and its content in the one canonical spelling. The salt keeps the digest from telling anything once salt and
 * content are erased.
 */
public final class ContentDigest {

    private ContentDigest() {}

    /** @param payload the report as it was sent */
    public static byte[] of(byte[] salt, FieldReport report, String payload) {
        return of(salt, report, CanonicalJson.of(StrictJson.object(payload)));
    }

    static byte[] of(byte[] salt, FieldReport report, byte[] canonical) {
        var digest = sha256();
        digest.update(salt);
        digest.update(facts(report).getBytes(StandardCharsets.UTF_8));
        return digest.digest(canonical);
    }

    /** Each value with its length before it, so that no two lists of values are written the same. */
    private static String facts(FieldReport report) {
        var text = new StringBuilder(250);
        var values = Arrays.asList(
                report.id(),
                report.kind(),
                report.roundId(),
                report.raceId(),
                report.tps(),
                report.area(),
                report.slot(),
                report.source(),
                report.taskId(),
                micros(report.observedAt()),
                micros(report.receivedAt()),
                report.reporterId(),
                report.enteredById());
        for (var value : values) {
            var written = value == null ? "" : value.toString();
            text.append(value == null ? -1 : written.length()).append(':').append(written);
        }
        return text.toString();
    }

    private static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
