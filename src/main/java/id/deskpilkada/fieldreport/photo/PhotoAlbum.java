package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.PhotoAccess;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.Actor;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photos to look at, and who may. */
@Component
class PhotoAlbum {

    private final JdbcClient jdbc;
    private final ObjectProvider<PhotoAccess> access;

    PhotoAlbum(JdbcClient jdbc, ObjectProvider<PhotoAccess> access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Whether the photo is there and the actor uploaded it, or may see a report that names it. */
    boolean shows(String sha256, Actor actor) {
        var uploader = jdbc.sql("SELECT uploaded_by FROM photo WHERE sha256 = ?")
                .param(sha256)
                .query(Long.class)
                .optional();
        return uploader.isPresent()
                && (uploader.get() == actor.id() || naming(sha256).stream().anyMatch(report -> maySee(actor, report)));
    }

    private boolean maySee(Actor actor, FieldReport report) {
        return actor.covers(report.area()) || access.stream().anyMatch(feature -> feature.maySee(actor, report));
    }

    private List<FieldReport> naming(String sha256) {
        return jdbc.sql("SELECT " + ReportRow.COLUMNS
                        + " FROM photo_link l JOIN field_report r ON r.id = l.report_id WHERE l.sha256 = ?")
                .param(sha256)
                .query(ReportRow::outline)
                .list();
    }

    byte[] cleaned(String sha256) {
        return jdbc.sql("SELECT cleaned FROM photo WHERE sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .single();
    }
}
