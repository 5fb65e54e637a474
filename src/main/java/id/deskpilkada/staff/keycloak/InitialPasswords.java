package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.sealing.Sealing;
import id.deskpilkada.staff.signin.FirstPasswords;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First passwords that wait for Keycloak: sealed with its secret, erased once it has them, and worth nothing after their first use. */
@Component
@InKeycloakMode
class InitialPasswords implements FirstPasswords {

    private final Sealing sealing;
    private final JdbcClient jdbc;

    InitialPasswords(KeycloakSettings settings, JdbcClient jdbc) {
        this.sealing = new Sealing(settings.provisioningSecret(), "initial passwords");
        this.jdbc = jdbc;
    }

    @Override
    public Ready prepare(Map<String, String> byUsername) {
        return staffIds -> staffIds.entrySet().stream()
                .filter(entry -> leave(entry.getValue(), byUsername.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** For an account that is still to be made; whoever has an account keeps theirs. */
    private boolean leave(long staffId, @Nullable String password) {
        return password != null
                && jdbc.sql(
                                        """
                        INSERT INTO staff_keycloak_account (staff_id, initial_password) VALUES (?, ?)
                        ON CONFLICT (staff_id) DO UPDATE SET initial_password = excluded.initial_password WHERE staff_keycloak_account.keycloak_id IS NULL
                        """)
                                .params(staffId, sealing.seal(password))
                                .update()
                        > 0;
    }

    Optional<String> open(@Nullable String sealed) {
        return Optional.ofNullable(sealed).flatMap(sealing::open);
    }
}
