package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Scope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How many sessions are open, for operators. */
@Component
class SessionMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;

    SessionMeters(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("desk.sessions.open", this::open)
                .description("Sessions that have not ended, of browsers and programs")
                .register(registry);
    }

    private Number open() {
        Number open = Scope.system("metrics", () -> reading.execute(status -> count()));
        return open == null ? Double.NaN : open;
    }

    private Long count() {
        return jdbc.sql("SELECT count(*) FROM staff_session WHERE expires_at > ?")
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
