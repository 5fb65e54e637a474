package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Scope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many sessions are open, for operators. */
@Component
class SessionMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("desk.sessions.open", this::open)
                .description("Sessions that have not ended, of browsers and programs")
                .register(registry);
    }

    private Number open() {
        return Scope.system("metrics", () -> jdbc.sql("SELECT count(*) FROM staff_session WHERE expires_at > ?")
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single());
    }
}
