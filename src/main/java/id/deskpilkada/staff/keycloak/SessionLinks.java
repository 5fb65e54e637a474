package id.deskpilkada.staff.keycloak;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code staff_keycloak_session}: which session at Keycloak a session of ours came from. */
@Component
@InKeycloakMode
class SessionLinks {

    private final JdbcClient jdbc;

    SessionLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void insert(String key, String subject, @Nullable String sid, String idToken) {
        jdbc.sql("INSERT INTO staff_keycloak_session (token_hash, subject, sid, id_token) VALUES (?, ?, ?, ?)")
                .params(key, subject, sid, idToken)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> idToken(String key) {
        return jdbc.sql("SELECT id_token FROM staff_keycloak_session WHERE token_hash = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Keys of our sessions that came from a session at Keycloak. */
    @Transactional(readOnly = true)
    public List<String> ofSession(String sid) {
        return keys("sid", sid);
    }

    @Transactional(readOnly = true)
    public List<String> ofSubject(String subject) {
        return keys("subject", subject);
    }

    private List<String> keys(String column, String value) {
        return jdbc.sql("SELECT token_hash FROM staff_keycloak_session WHERE " + column + " = ?")
                .param(value)
                .query(String.class)
                .list();
    }
}
