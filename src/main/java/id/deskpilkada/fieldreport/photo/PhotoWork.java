package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.fieldreport.PhotoStored;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FewAtOnce;
import id.deskpilkada.platform.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one photo in: judged, cleaned, and kept with its original under the hash of the original. */
@Component
public class PhotoWork {

    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A decoded photo takes tens of megabytes: two at a time fit beside everything else, and those that wait leave most threads to reports, which go before photos. */
    private final FewAtOnce places = new FewAtOnce(2, 14, Duration.ofSeconds(15));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PhotoWork(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * True when the photo is new, false when it was there already.
     *
     * @throws Problem 422 {@code NOT_AN_IMAGE}, {@code PHOTO_TOO_MANY_PIXELS}; 413 {@code PHOTO_TOO_LARGE}; 503 {@code TRY_AGAIN} while too many others are being worked on
     */
    public boolean take(String sha256, byte[] original, Actor actor) {
        if (original.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "PHOTO_TOO_LARGE", MOST_BYTES / 1024);
        }
        if (isStored(sha256)) {
            return false;
        }
        var cleaned = places.run(() -> PhotoCleaner.clean(original));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var stored = insert(sha256, original, cleaned, actor) == 1;
            if (stored) {
                events.publishEvent(new PhotoStored(sha256));
            }
            return stored;
        }));
    }

    private boolean isStored(String sha256) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> jdbc.sql("SELECT exists(SELECT 1 FROM photo WHERE sha256 = ?)")
                        .param(sha256)
                        .query(Boolean.class)
                        .single()));
    }

    private int insert(String sha256, byte[] original, PhotoCleaner.CleanedPhoto cleaned, Actor actor) {
        return jdbc.sql(
                        """
                        INSERT INTO photo (sha256, media_type, width, height, original, cleaned, uploaded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        sha256,
                        cleaned.type().mediaType(),
                        cleaned.width(),
                        cleaned.height(),
                        original,
                        cleaned.jpeg(),
                        actor.id())
                .update();
    }

    /** The name of a photo: 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] original) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(original));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
