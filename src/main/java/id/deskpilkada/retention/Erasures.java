package id.deskpilkada.retention;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasure before its time: one person asks with reason and decision, another approves; the content goes, and the tombstone says why, who and when. */
@Service
class Erasures {

    private static final String WORK = "erasure";
    private static final String ALL =
            """
            SELECT q.id, q.kind, q.object, q.area, q.reason, q.decided_by, q.decision, q.requested_by, q.requested_at, e.erased, e.settled_by, e.settled_at
            FROM erasure_request q LEFT JOIN erasure e ON e.request_id = q.id
            """;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Audit audit;
    private final DeskSettings settings;
    private final TransactionTemplate transaction;

    Erasures(JdbcClient jdbc, Staff staff, Audit audit, DeskSettings settings, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
    }

    List<ErasureView> all(Actor actor) {
        actor.require(Permission.REQUEST_ERASURE, settings.regency());
        return within(() -> jdbc.sql(ALL + " ORDER BY q.requested_at DESC, q.id LIMIT 500")
                .query(ErasureView::of)
                .list());
    }

    /** @throws Problem 403, 404 {@code NOTHING_TO_ERASE} */
    ErasureView request(ErasureWanted wanted, Actor actor) {
        actor.require(Permission.REQUEST_ERASURE, settings.regency());
        return within(() -> {
            var area = area(wanted).orElseThrow(() -> Problem.notFound("NOTHING_TO_ERASE", wanted.id()));
            var id = jdbc.sql(
                            """
                            INSERT INTO erasure_request (kind, object, area, reason, decided_by, decision, requested_by)
                            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                            """)
                    .params(
                            wanted.kind().name(),
                            wanted.id(),
                            area,
                            wanted.reason(),
                            wanted.decidedBy(),
                            wanted.decision(),
                            actor.id())
                    .query(UUID.class)
                    .single();
            audit.record(
                    "erasure.requested", wanted.kind() + "/" + wanted.id(), area, Map.of("request", id.toString()));
            return get(id);
        });
    }

    /**
     * @throws Problem 403 {@code ERASURE_SAME_PERSON}, 404 {@code UNKNOWN_ERASURE}, 409 {@code ERASURE_SETTLED}, {@code ERASURE_NOT_READY} for a report that is not handled yet
     */
    ErasureView settle(UUID id, boolean approve, Actor actor) {
        actor.require(Permission.APPROVE_ERASURE, settings.regency());
        return within(() -> {
            var asked = get(id);
            refuse(asked, approve, actor);
            settled(id, approve, actor);
            if (approve && asked.kind().equals(ErasureWanted.Kind.PERSON.name())) {
                // Nobody remembers any more that the person may sign in.
                staff.deactivate(Long.parseLong(asked.object()));
            }
            audit.record(
                    approve ? "erasure.approved" : "erasure.declined",
                    asked.kind() + "/" + asked.object(),
                    asked.area(),
                    Map.of("request", id.toString()));
            return get(id);
        });
    }

    private static void refuse(ErasureView asked, boolean approve, Actor actor) {
        if (asked.erased() != null) {
            throw Problem.conflict("ERASURE_SETTLED");
        }
        var own = asked.requestedBy() == actor.id()
                || asked.kind().equals(ErasureWanted.Kind.PERSON.name())
                        && asked.object().equals(Long.toString(actor.id()));
        if (approve && own) {
            throw Problem.forbidden("ERASURE_SAME_PERSON");
        }
    }

    private void settled(UUID id, boolean approve, Actor actor) {
        try {
            jdbc.sql("SELECT settle_erasure(?, ?, ?)")
                    .params(id, actor.id(), approve)
                    .query((row, number) -> true)
                    .single();
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict(
                    String.valueOf(e.getMessage()).contains("nothing there") ? "ERASURE_NOT_READY" : "ERASURE_SETTLED");
        }
    }

    private ErasureView get(UUID id) {
        return jdbc.sql(ALL + " WHERE q.id = ?")
                .param(id)
                .query(ErasureView::of)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_ERASURE"));
    }

    /** The place of what is to go; nothing when it is not there, or gone already. */
    private Optional<String> area(ErasureWanted wanted) {
        return switch (wanted.kind()) {
            case FIELD_REPORT ->
                jdbc.sql("SELECT area FROM field_report WHERE id::text = ? AND payload IS NOT NULL")
                        .param(wanted.id())
                        .query(String.class)
                        .optional();
            case PHOTO ->
                jdbc.sql("SELECT ? FROM photo WHERE sha256 = ? AND length(original) > 0")
                        .params(settings.area(), wanted.id())
                        .query(String.class)
                        .optional();
            case PERSON ->
                jdbc.sql("SELECT ? FROM staff_member WHERE id::text = ? AND username <> 'dihapus-' || id")
                        .params(settings.area(), wanted.id())
                        .query(String.class)
                        .optional();
        };
    }

    @SuppressWarnings("NullAway") // the template answers what the body answers
    private <T> T within(java.util.function.Supplier<T> body) {
        return Scope.system(WORK, () -> transaction.execute(status -> body.get()));
    }
}
