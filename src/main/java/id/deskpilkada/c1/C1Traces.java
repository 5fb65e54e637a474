package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.C1Data;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people other than the reporter left on a form: what was typed again, photos sent back, decisions. */
@Repository
class C1Traces {

    private final C1Versions versions;
    private final JdbcClient jdbc;

    C1Traces(C1Versions versions, JdbcClient jdbc) {
        this.versions = versions;
        this.jdbc = jdbc;
    }

    record Rekeying(int versionNo, Extent extent, C1Data data, boolean matches, long verifierId, Instant at) {}

    record PhotoRejection(int versionNo, String reason, long verifierId, Instant at) {}

    record Decision(String kind, int resultingNo, String reason, long decidedById, Instant at) {}

    List<Rekeying> rekeyings(C1Form form) {
        return jdbc.sql(
                        "SELECT version_no, extent, data, matches, verifier_id, at FROM c1_rekeying WHERE form_id = ? ORDER BY at")
                .param(form.id())
                .query((row, n) -> new Rekeying(
                        row.getInt("version_no"),
                        Extent.valueOf(row.getString("extent")),
                        versions.data(row.getString("data")),
                        row.getBoolean("matches"),
                        row.getLong("verifier_id"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<PhotoRejection> photoRejections(C1Form form) {
        return jdbc.sql(
                        "SELECT version_no, reason, verifier_id, at FROM c1_photo_rejection WHERE form_id = ? ORDER BY at")
                .param(form.id())
                .query((row, n) -> new PhotoRejection(
                        row.getInt("version_no"),
                        row.getString("reason"),
                        row.getLong("verifier_id"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Why the reporter has the form back; empty when they have not. */
    Optional<String> openRejection(C1Form form) {
        if (form.state() != FormState.PHOTO_REJECTED) {
            return Optional.empty();
        }
        var all = photoRejections(form);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).reason());
    }

    List<Decision> decisions(C1Form form) {
        return jdbc.sql(
                        "SELECT kind, resulting_no, reason, decided_by_id, at FROM c1_decision WHERE form_id = ? ORDER BY at")
                .param(form.id())
                .query((row, n) -> new Decision(
                        row.getString("kind"),
                        row.getInt("resulting_no"),
                        row.getString("reason"),
                        row.getLong("decided_by_id"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
