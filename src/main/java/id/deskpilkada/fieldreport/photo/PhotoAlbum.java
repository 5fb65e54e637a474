package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.NamedPhotos;
import id.deskpilkada.fieldreport.PhotoAccess;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The photos to look at, and who may. */
@Component
public class PhotoAlbum {

    private static final String NAMING =
            "SELECT %s FROM field_report WHERE id IN (SELECT report_id FROM photo_link WHERE sha256 = ?)"
                    .formatted(ReportRow.COLUMNS);

    private static final String WORK = "photo-access";

    private final JdbcClient jdbc;
    private final ObjectProvider<PhotoAccess> access;
    private final ObjectProvider<NamedPhotos> named;

    PhotoAlbum(JdbcClient jdbc, ObjectProvider<PhotoAccess> access, ObjectProvider<NamedPhotos> named) {
        this.jdbc = jdbc;
        this.access = access;
        this.named = named;
    }

    /** Whether the photo is there and the actor uploaded it, or may see a report that names it. */
    @Transactional(readOnly = true)
    public boolean shows(String sha256, Actor actor) {
        return Scope.widened(opened(sha256, actor), () -> isThere(sha256, actor)) || isNamed(sha256, actor);
    }

    private boolean isNamed(String sha256, Actor actor) {
        return Scope.system(WORK, () -> uploader(sha256))
                .filter(by -> named.stream().anyMatch(feature -> feature.show(sha256, by, actor)))
                .isPresent();
    }

    private Optional<Long> uploader(String sha256) {
        return jdbc.sql("SELECT uploaded_by FROM photo WHERE sha256 = ?")
                .param(sha256)
                .query(Long.class)
                .optional();
    }

    /**
     * The photo as people see it; asked for only after {@link #shows}.
     *
     * @throws Problem 410 {@code PHOTO_ERASED}
     */
    @Transactional(readOnly = true)
    public byte[] cleaned(String sha256, Actor actor) {
        byte[] copy = Scope.widened(opened(sha256, actor), () -> copy(sha256))
                .or(() -> isNamed(sha256, actor) ? Scope.system(WORK, () -> copy(sha256)) : Optional.empty())
                .orElseThrow(() -> Problem.notFound("PHOTO_NOT_FOUND"));
        if (copy.length == 0) {
            throw Problem.of(HttpStatus.GONE, "PHOTO_ERASED");
        }
        return copy;
    }

    private Optional<byte[]> copy(String sha256) {
        return jdbc.sql("SELECT cleaned FROM photo WHERE sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .optional();
    }

    /** Bytes of the file as it was sent, 0 once it is erased; asked for only after {@link #shows}. */
    @Transactional(readOnly = true)
    int size(String sha256) {
        return Scope.system(WORK, () -> jdbc.sql("SELECT length(original) FROM photo WHERE sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .optional()
                .orElse(0));
    }

    private boolean isThere(String sha256, Actor actor) {
        var uploader = uploader(sha256);
        return uploader.isPresent()
                && (uploader.get() == actor.id() || naming(sha256).stream().anyMatch(report -> maySee(actor, report)));
    }

    /** Areas of reports from outside the actor's own districts that a feature opens to them. */
    private List<String> opened(String sha256, Actor actor) {
        if (naming(sha256).stream().anyMatch(report -> actor.covers(report.area()))) {
            return List.of();
        }
        return Scope.system(WORK, () -> naming(sha256)).stream()
                .filter(report -> isOpened(actor, report))
                .map(FieldReport::area)
                .distinct()
                .toList();
    }

    private boolean maySee(Actor actor, FieldReport report) {
        var inside = report.kind().showsVotes()
                ? actor.may(Permission.READ_VOTES, report.area())
                : actor.covers(report.area());
        return inside || isOpened(actor, report);
    }

    private boolean isOpened(Actor actor, FieldReport report) {
        return access.stream().anyMatch(feature -> feature.maySee(actor, report));
    }

    private List<FieldReport> naming(String sha256) {
        return jdbc.sql(NAMING).param(sha256).query(ReportRow::outline).list();
    }
}
