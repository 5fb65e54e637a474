package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.PeopleDirectory;
import id.deskpilkada.platform.SystemTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The staff list as the engine's users and groups. */
@Component
class StaffDirectory implements PeopleDirectory {

    private static final String WORK = "people-directory";

    private final Staff staff;
    private final RoleNames names;
    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    StaffDirectory(Staff staff, RoleNames names, JdbcClient jdbc, SystemTransactions transactions) {
        this.staff = staff;
        this.names = names;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Listed> person(String username) {
        return staff.actor(username).map(actor -> new Listed(actor.username(), actor.name()));
    }

    @Override
    public List<Listed> people() {
        return transactions.read(
                WORK, () -> jdbc.sql("SELECT username AS id, name FROM staff_member WHERE active ORDER BY username")
                        .query(Listed.class)
                        .list());
    }

    @Override
    public List<Listed> members(String group) {
        int dash = group.lastIndexOf('-');
        if (dash < 0) {
            return List.of();
        }
        return transactions.read(WORK, () -> jdbc.sql(
                        """
                        SELECT DISTINCT m.username AS id, m.name FROM staff_member m JOIN staff_role r ON r.staff_id = m.id
                        WHERE m.active AND r.role = ? AND r.area = ? ORDER BY m.username
                        """)
                .params(group.substring(0, dash), group.substring(dash + 1))
                .query(Listed.class)
                .list());
    }

    @Override
    @Cacheable("staff-groups")
    public List<Listed> groups() {
        return transactions
                .read(WORK, () -> jdbc.sql(
                                """
                        SELECT r.role, min(r.scope) AS scope FROM staff_role r JOIN staff_member m ON m.id = r.staff_id
                        WHERE m.active GROUP BY r.role, r.area ORDER BY r.role, r.area
                        """)
                        .query(Grant.class)
                        .list())
                .stream()
                .map(this::group)
                .toList();
    }

    @Override
    public List<Listed> groupsOf(String username) {
        return staff.actor(username).map(Actor::grants).orElse(List.of()).stream()
                .map(this::group)
                .toList();
    }

    private Listed group(Grant grant) {
        return new Listed(grant.group(), names.of(grant));
    }
}
