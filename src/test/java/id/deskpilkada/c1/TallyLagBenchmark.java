package id.deskpilkada.c1;

import id.deskpilkada.FreshDataDirectory;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Time from a report's acknowledgement to its place in the tally, at a steady rate over HTTP with the dispatcher running: {@code mvn test -Dgroups=benchmark
 * -DexcludedGroups= -Dtest=TallyLagBenchmark}. Live pages look for changes every 250 ms, which comes on top.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.database.binaries-dir=target/postgres-binaries",
            "DESK_ADMIN_USERNAME=admin",
            "DESK_ADMIN_PASSWORD=rahasia-admin-uji",
            "desk.ledger.per-second=10000",
            "desk.ledger.burst=10000"
        })
@ContextConfiguration(initializers = FreshDataDirectory.class)
@Import({Installation.class, SmallElection.class})
@Tag("benchmark")
class TallyLagBenchmark {

    private static final int PER_SECOND = Integer.getInteger("rate", 50);
    private static final int REPORTS = PER_SECOND * 30;

    @Autowired
    C1Scenario scenario;

    @LocalServerPort
    int port;

    @Test
    void fromAcknowledgementToTally() throws InterruptedException {
        scenario.begin();
        scenario.manyStations(REPORTS + 200);
        var reports = new SteadyReports(port);
        reports.send(200, 20);
        reports.send(REPORTS, PER_SECOND);
        long open = 1;
        while (open > 0) {
            open = scenario.asOwner()
                    .queryForObject(
                            "SELECT count(*) FROM desk.field_report WHERE state = 'STORED' AND NOT parked", Long.class);
        }
        var row = scenario.asOwner()
                .queryForMap(
                        "SELECT count(*) AS reports, percentile_disc(0.5) WITHIN GROUP (ORDER BY lag) AS p50, percentile_disc(0.99) WITHIN GROUP (ORDER BY lag) AS p99,"
                                + " max(lag) AS longest FROM (SELECT round(1000 * extract(epoch FROM handled_at - received_at)) AS lag FROM desk.field_report"
                                + " WHERE state = 'ACCEPTED' ORDER BY seq OFFSET 200) AS lags");
        System.out.printf("at %d reports/s, from acknowledgement to tally in ms: %s%n", PER_SECOND, row);
    }
}
