package id.deskpilkada.staff.keycloak;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code staff_keycloak_account}, read by who signs in and by the sweep. */
@Component
@InKeycloakMode
class AccountRows {

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param barred removed or disabled at Keycloak itself */
    record Known(long staffId, String subject, boolean barred) {}

    @Transactional(readOnly = true)
    public Optional<Known> bySubject(String subject) {
        return jdbc.sql(
                        "SELECT staff_id, keycloak_id AS subject, barred FROM staff_keycloak_account WHERE keycloak_id = ?")
                .param(subject)
                .query(Known.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<String> subjectOf(long staffId) {
        return jdbc.sql("SELECT keycloak_id FROM staff_keycloak_account WHERE staff_id = ? AND keycloak_id IS NOT NULL")
                .param(staffId)
                .query(String.class)
                .optional();
    }

    /** Accounts of active people as Keycloak knows them. */
    @Transactional(readOnly = true)
    public List<Known> settled() {
        return jdbc.sql(
                        """
                        SELECT a.staff_id, a.keycloak_id AS subject, a.barred FROM staff_keycloak_account a JOIN staff_member m ON m.id = a.staff_id
                        WHERE a.keycloak_id IS NOT NULL AND m.active
                          AND a.told = staff_keycloak_digest(m.username, m.name, m.email, m.active)
                        """)
                .query(Known.class)
                .list();
    }

    /** Whether this is new. */
    @Transactional
    public boolean bar(long staffId, boolean barred) {
        return jdbc.sql("UPDATE staff_keycloak_account SET barred = ? WHERE staff_id = ? AND barred <> ?")
                        .params(barred, staffId, barred)
                        .update()
                > 0;
    }
}
