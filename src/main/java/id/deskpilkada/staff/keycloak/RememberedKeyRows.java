package id.deskpilkada.staff.keycloak;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code staff_keycloak_keys}. */
@Component
@InKeycloakMode
class RememberedKeyRows implements RememberedKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    RememberedKeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void keep(String address, String keys) {
        jdbc.sql(
                        """
                        INSERT INTO staff_keycloak_keys (address, keys, seen_at) VALUES (?, ?, ?)
                        ON CONFLICT (address) DO UPDATE SET keys = excluded.keys, seen_at = excluded.seen_at
                        """)
                .params(address, keys, Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public Optional<String> find(String address, Duration longest) {
        return jdbc.sql("SELECT keys FROM staff_keycloak_keys WHERE address = ? AND seen_at > ?")
                .params(address, Timestamp.from(clock.instant().minus(longest)))
                .query(String.class)
                .optional();
    }
}
