package id.deskpilkada.notification.outbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rounds are practice, so that nobody is alarmed by what is not real. */
@Component
public class PracticeRounds {

    private final JdbcClient jdbc;

    PracticeRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param outside whether its messages may leave the inbox, as whoever opened it decided */
    public record Practice(long round, boolean outside) {}

    /** Empty for a real round, and for what belongs to none. */
    public Optional<Practice> of(@Nullable Long round) {
        return round == null
                ? Optional.empty()
                : jdbc.sql(
                                """
                                SELECT r.id AS round, coalesce(p.outside, false) AS outside FROM round r LEFT JOIN practice_round p ON p.round_id = r.id
                                WHERE r.id = ? AND r.kind = 'REHEARSAL'
                                """)
                        .param(round)
                        .query(Practice.class)
                        .optional();
    }
}
