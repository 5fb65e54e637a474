package id.deskpilkada.fieldreport;

import id.deskpilkada.fieldreport.photo.PhotoAlbum;
import id.deskpilkada.fieldreport.photo.PhotoWork;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos by the SHA-256 of their original file, written as 64 lower-case hexadecimal digits. */
@Service
public class Photos {

    private final JdbcClient jdbc;
    private final PhotoWork work;
    private final PhotoAlbum album;
    private final SystemTransactions transactions;

    Photos(JdbcClient jdbc, PhotoWork work, PhotoAlbum album, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.work = work;
        this.album = album;
        this.transactions = transactions;
    }

    /**
     * Stores a photo for a page of ours, once however often it is sent, and tells its hash. The file is sealed as it is; people see a copy without metadata.
     *
     * @throws id.deskpilkada.platform.Problem 422 {@code NOT_AN_IMAGE}, {@code PHOTO_TOO_MANY_PIXELS}; 413 {@code PHOTO_TOO_LARGE}; 503 {@code TRY_AGAIN}
     */
    public String store(byte[] original, Actor actor) {
        var sha256 = PhotoWork.sha256(original);
        work.take(sha256, original, actor);
        return sha256;
    }

    /** The photo as people see it; empty for one that has not arrived, was erased or is not the actor's to see. */
    public Optional<byte[]> copy(String sha256, Actor actor) {
        try {
            return album.shows(sha256, actor) ? Optional.of(album.cleaned(sha256, actor)) : Optional.empty();
        } catch (Problem erased) {
            return Optional.empty();
        }
    }

    /** The photo without metadata, for a document that the application hands on by itself; empty for one that has not arrived or was erased. */
    public Optional<byte[]> cleaned(String sha256) {
        return transactions
                .read("photo-document", () -> jdbc.sql("SELECT cleaned FROM photo WHERE sha256 = ?")
                        .param(sha256)
                        .query(byte[].class)
                        .optional())
                .filter(copy -> copy.length > 0);
    }

    /** Which of these have arrived. */
    @Transactional(readOnly = true)
    public Set<String> stored(Collection<String> hashes) {
        return new TreeSet<>(jdbc.sql("SELECT sha256 FROM photo WHERE sha256 = ANY (?)")
                .param(hashes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The reports of all districts that name the photo, in the order in which they came; before or after the photo itself arrived. */
    public List<UUID> reportsNaming(String sha256) {
        return transactions.read("photo-reuse", () -> jdbc.sql(
                        """
                        SELECT r.id FROM photo_link l JOIN field_report r ON r.id = l.report_id
                        WHERE l.sha256 = ? ORDER BY r.seq
                        """)
                .param(sha256)
                .query(UUID.class)
                .list());
    }
}
