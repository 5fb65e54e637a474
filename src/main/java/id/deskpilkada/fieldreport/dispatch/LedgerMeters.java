package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.platform.Scope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators watch of the ledger: how many reports wait to be handled, since when, and how many were set aside. Asked of the database when somebody looks. */
@Component
class LedgerMeters implements MeterBinder {

    private static final String WAITING = " FROM field_report WHERE state = 'STORED' AND NOT parked";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    LedgerMeters(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "desk.ledger.waiting", "SELECT count(*)" + WAITING, "Reports stored and not yet handled");
        gauge(
                registry,
                "desk.ledger.lag.seconds",
                "SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)" + WAITING,
                "Age of the oldest report that waits");
        gauge(
                registry,
                "desk.ledger.parked",
                "SELECT count(*) FROM field_report WHERE parked",
                "Reports set aside after technical failures");
    }

    private void gauge(MeterRegistry registry, String name, String query, String description) {
        Gauge.builder(name, () -> number(query)).description(description).register(registry);
    }

    private Number number(String query) {
        Number number = Scope.system(
                "metrics",
                () -> reading.execute(
                        status -> jdbc.sql(query).query(Double.class).single()));
        return number == null ? Double.NaN : number;
    }
}
