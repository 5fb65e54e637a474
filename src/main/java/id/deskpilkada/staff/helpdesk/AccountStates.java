package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.signin.SignInMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the accounts at Keycloak follow the staff list, as far as a help desk's area reaches. */
@Component
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "keycloak")
class AccountStates {

    private static final int LISTED = 200;

    private static final String STATES =
            """
            SELECT m.id, m.username, m.name, coalesce(a.attempts, 0) AS attempts, a.refusal AS reason,
              CASE WHEN a.told IS DISTINCT FROM staff_keycloak_digest(m.username, m.name, m.email, m.active)
                   THEN CASE WHEN a.due_at = 'infinity' THEN 'REFUSED' ELSE 'WAITING' END
                   WHEN a.barred THEN 'BARRED' ELSE 'SETTLED' END AS state
            FROM staff_member m LEFT JOIN staff_keycloak_account a ON a.staff_id = m.id
            WHERE (m.active OR a.staff_id IS NOT NULL) AND
            """
                    + AccountSearch.REACHED;

    private final AccountSearch accounts;
    private final JdbcClient jdbc;

    AccountStates(AccountSearch accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /**
     * An account that needs time or a hand.
     *
     * @param state WAITING, REFUSED after the last attempt, or BARRED: removed or disabled at Keycloak itself
     * @param reason what Keycloak said
     */
    record Open(long id, String username, String name, String state, int attempts, @Nullable String reason) {}

    record Overview(int settled, int waiting, int refused, int barred, List<Open> items) {}

    private record Count(String state, int number) {}

    @Transactional(readOnly = true)
    public Overview overview(Actor actor) {
        var areas = AccountSearch.areas(actor);
        var counts = jdbc.sql("SELECT state, count(*) AS number FROM (" + STATES + ") s GROUP BY state")
                .param("areas", areas)
                .query(Count.class)
                .list();
        var items = jdbc.sql("SELECT id, username, name, state, attempts, reason FROM (" + STATES
                        + ") s WHERE state <> 'SETTLED' ORDER BY state = 'WAITING', username LIMIT " + LISTED)
                .param("areas", areas)
                .query(Open.class)
                .list();
        return new Overview(
                number(counts, "SETTLED"),
                number(counts, "WAITING"),
                number(counts, "REFUSED"),
                number(counts, "BARRED"),
                items);
    }

    /** Lets Keycloak be told again now; an account that was removed there is made anew. */
    @Transactional
    public void retry(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        jdbc.sql(
                        """
                        UPDATE staff_keycloak_account SET told = NULL, attempts = 0, refusal = NULL, refused_for = NULL, due_at = now(),
                          keycloak_id = CASE WHEN barred THEN NULL ELSE keycloak_id END, barred = false
                        WHERE staff_id = ? AND (barred OR due_at = 'infinity' OR refusal IS NOT NULL)
                        """)
                .param(staffId)
                .update();
    }

    private static int number(List<Count> counts, String state) {
        return counts.stream()
                .filter(count -> count.state().equals(state))
                .mapToInt(Count::number)
                .sum();
    }
}
