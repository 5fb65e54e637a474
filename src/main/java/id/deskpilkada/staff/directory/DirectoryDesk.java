package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says that a number was tried and answers, or that it no longer does. */
@Service
class DirectoryDesk {

    private final DirectorySearch directory;
    private final AgencyRows agencies;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DirectoryDesk(DirectorySearch directory, AgencyRows agencies, JdbcClient jdbc, Audit audit, Clock clock) {
        this.directory = directory;
        this.agencies = agencies;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param numbers the numbers that were tried, as {@link DirectoryEntry#numbers} gives them
     * @throws Problem 404 {@code UNKNOWN_CONTACT}, 403 {@code OUTSIDE_SCOPE}, 409 {@code CONTACT_CHANGED}, 422 {@code NOTHING_TO_CONFIRM}
     */
    @Transactional
    public DirectoryEntry confirm(Actor actor, long id, String numbers, boolean confirmed) {
        actor.require(Permission.CONFIRM_NUMBERS);
        var entry = directory.one(actor, id);
        actor.require(Permission.CONFIRM_NUMBERS, entry.contact().area());
        if (!entry.numbers().equals(numbers)) {
            throw Problem.conflict("CONTACT_CHANGED");
        }
        if (numbers.equals("/")) {
            throw Problem.unprocessable("NOTHING_TO_CONFIRM");
        }
        int changed = jdbc.sql(
                        """
                        UPDATE contact SET confirmed_at = ?::timestamptz, confirmed_by = ?::bigint, confirmed_by_name = ?::text
                        WHERE id = ? AND coalesce(phone, '') || '/' || coalesce(whatsapp, '') = ?
                        """)
                .param(confirmed ? Instant.now(clock).atOffset(ZoneOffset.UTC) : null)
                .param(confirmed ? actor.id() : null)
                .param(confirmed ? actor.name() : null)
                .param(id)
                .param(numbers)
                .update();
        if (changed == 0) {
            throw Problem.conflict("CONTACT_CHANGED");
        }
        record("contact", "contact/" + id, entry.contact().area(), confirmed);
        return directory.one(actor, id);
    }

    @Transactional
    public void confirmAgency(Actor actor, String code, String region, boolean confirmed) {
        var area = Area.digits(region);
        actor.require(Permission.CONFIRM_NUMBERS, area);
        agencies.confirm(code, area, confirmed, Confirming.of(actor));
        record("agency", "agency/" + code, area, confirmed);
    }

    private void record(String what, String object, String area, boolean confirmed) {
        audit.record(what + (confirmed ? ".confirmed" : ".doubted"), object, area, Map.of());
    }
}
