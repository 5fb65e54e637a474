package id.deskpilkada.staff.keycloak;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that Keycloak must be told about: those whose digest on the staff list is another than what Keycloak was told. So a change waits from the moment it is committed,
 * whoever made it. Several nodes may take from the queue at once; what one has taken the others pass over for two minutes.
 */
@Component
@InKeycloakMode
class AccountQueue {

    static final int ATTEMPTS = 10;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final String DIGEST = "staff_keycloak_digest(m.username, m.name, m.email, m.active)";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the staff list says of one account.
     *
     * @param sealedPassword the first password, while Keycloak does not have it yet
     */
    record Wanted(
            long staffId,
            String username,
            String name,
            @Nullable String email,
            boolean active,
            String digest,
            @Nullable String keycloakId,
            @Nullable String sealedPassword,
            boolean barred,
            int attempts) {}

    @Transactional
    public List<Wanted> take(int most) {
        jdbc.sql(
                        """
                        INSERT INTO staff_keycloak_account (staff_id)
                        SELECT m.id FROM staff_member m WHERE m.active AND NOT EXISTS (SELECT 1 FROM staff_keycloak_account a WHERE a.staff_id = m.id)
                        ON CONFLICT DO NOTHING
                        """)
                .update();
        return jdbc.sql(
                        """
                        WITH due AS (
                          SELECT a.staff_id FROM staff_keycloak_account a JOIN staff_member m ON m.id = a.staff_id
                          WHERE a.told IS DISTINCT FROM %1$s
                            AND (a.due_at <= :now OR a.refused_for <> %1$s)
                          ORDER BY a.due_at, a.staff_id LIMIT :most FOR UPDATE OF a SKIP LOCKED)
                        UPDATE staff_keycloak_account a SET due_at = :lease, refused_for = NULL
                        FROM due, staff_member m WHERE a.staff_id = due.staff_id AND m.id = due.staff_id
                        RETURNING m.id AS staff_id, m.username, m.name, m.email, m.active, %1$s AS digest,
                          a.keycloak_id, a.initial_password AS sealed_password, a.barred, a.attempts
                        """
                                .formatted(DIGEST))
                .param("now", now())
                .param("lease", Timestamp.from(clock.instant().plus(LEASE)))
                .param("most", most)
                .query(Wanted.class)
                .list();
    }

    @Transactional
    public void done(Wanted wanted, @Nullable String keycloakId, boolean barred) {
        jdbc.sql(
                        """
                        UPDATE staff_keycloak_account SET told = :digest, keycloak_id = coalesce(:id, keycloak_id), initial_password = NULL, barred = :barred,
                          attempts = 0, due_at = :now, refusal = NULL, refused_for = NULL WHERE staff_id = :staff
                        """)
                .param("digest", wanted.digest())
                .param("id", keycloakId)
                .param("barred", barred)
                .param("now", now())
                .param("staff", wanted.staffId())
                .update();
    }

    /** After the last attempt nothing is tried until the person changes on the staff list or somebody asks for it. */
    @Transactional
    public void refused(Wanted wanted, String reason) {
        int attempts = wanted.attempts() + 1;
        var last = attempts >= ATTEMPTS;
        jdbc.sql(
                        """
                        UPDATE staff_keycloak_account SET attempts = :attempts, refusal = :reason, refused_for = :digest,
                          due_at = CASE WHEN :last THEN 'infinity'::timestamptz ELSE :next END WHERE staff_id = :staff
                        """)
                .param("attempts", attempts)
                .param("reason", reason)
                .param("digest", wanted.digest())
                .param("last", last)
                .param("next", Timestamp.from(clock.instant().plus(pause(attempts))))
                .param("staff", wanted.staffId())
                .update();
    }

    /** Gives back what was taken while Keycloak is away; it counts as no attempt. */
    @Transactional
    public void release(List<Wanted> taken, Duration pause) {
        var next = Timestamp.from(clock.instant().plus(pause));
        taken.forEach(wanted -> jdbc.sql("UPDATE staff_keycloak_account SET due_at = ? WHERE staff_id = ?")
                .params(next, wanted.staffId())
                .update());
    }

    private static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(5L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
