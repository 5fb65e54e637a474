package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the accounts of people whose whole work lies inside the area of a help desk. It looks at all roles of a person, also at those outside that area: a person who seemed to work here
 * only, because the rest is hidden, could be reached from here.
 */
@Component
class AccountSearch {

    static final int PAGE = 50;

    /** All roles of the person must lie inside one of the areas; nobody may so reach an account that reaches further than their own. */
    static final String REACHED =
            """
            EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = m.id)
            AND NOT EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = m.id
                            AND NOT EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(r.area, a)))
            """;

    private static final String WITHIN = "m.active AND " + REACHED;

    private static final String MATCH =
            """
            AND (:text = '' OR m.username LIKE :like OR lower(m.name) LIKE :like)
            AND (:place = '' OR EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = m.id AND starts_with(r.area, :place)))
            """;

    private static final String WORK = "help-desk";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    AccountSearch(JdbcClient jdbc, SystemTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Found(long id, String username, String name, boolean hasPassword, boolean locked, List<Grant> roles) {}

    record FoundPage(List<Found> items, int page, int size, int total) {}

    FoundPage search(Actor actor, String text, String region, int page, int size) {
        var areas = areas(actor);
        var found = transactions.read(WORK, () -> search(areas, text, region, page, size));
        audit.record(
                "staff.searched",
                null,
                null,
                Map.of("page", Integer.toString(found.page()), "found", Integer.toString(found.total())));
        return found;
    }

    private FoundPage search(String areas, String text, String region, int page, int size) {
        int limit = Math.max(1, Math.min(size, PAGE));
        int at = Math.max(0, page);
        var place = Area.digits(region.strip());
        var like = "%" + text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        int total = jdbc.sql("SELECT count(*) FROM staff_member m WHERE " + WITHIN + MATCH)
                .param("areas", areas)
                .param("text", text.strip())
                .param("like", like)
                .param("place", place)
                .query(Integer.class)
                .single();
        var items = jdbc.sql(
                        """
                        SELECT m.id, m.username, m.name, a.password_hash IS NOT NULL AS has_password, coalesce(a.locked_until > :now, false) AS locked
                        FROM staff_member m LEFT JOIN staff_account a ON a.staff_id = m.id WHERE
                        """
                                + WITHIN + MATCH + " ORDER BY lower(m.name), m.id LIMIT :limit OFFSET :offset")
                .param("now", now())
                .param("areas", areas)
                .param("text", text.strip())
                .param("like", like)
                .param("place", place)
                .param("limit", limit)
                .param("offset", (long) at * limit)
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getBoolean("has_password"),
                        row.getBoolean("locked"),
                        roles(row.getLong("id"))))
                .list();
        return new FoundPage(items, at, limit, total);
    }

    /** @throws Problem 403 for others than a help desk, 404 for a person who does not work wholly inside its area */
    void requireWithin(Actor actor, long staffId) {
        var areas = areas(actor);
        var count = transactions.read(
                WORK, () -> jdbc.sql("SELECT count(*) FROM staff_member m WHERE m.id = :id AND " + WITHIN)
                        .param("id", staffId)
                        .param("areas", areas)
                        .query(Integer.class)
                        .single());
        if (count == 0) {
            throw Problem.notFound("UNKNOWN_PERSON");
        }
    }

    static String areas(Actor actor) {
        actor.require(Permission.HELP_WITH_ACCOUNTS);
        return String.join(",", actor.areas(Permission.HELP_WITH_ACCOUNTS));
    }

    private List<Grant> roles(long staffId) {
        return jdbc.sql("SELECT role, scope FROM staff_role WHERE staff_id = ? ORDER BY role, scope")
                .param(staffId)
                .query(Grant.class)
                .list();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
