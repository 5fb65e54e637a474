package id.deskpilkada.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.field.LossyLine.Weather;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the field app loses and doubles on a bad line, and how soon a full queue is empty:
 * {@code mvn test -Dtest=QueueBenchmark -Dgroups=benchmark -DexcludedGroups=}. Server, database, line and browser share one machine.
 */
@Tag("benchmark")
@WholeApplication
class QueueBenchmark {

    private static final Logger log = LoggerFactory.getLogger(QueueBenchmark.class);
    private static final int REPORTS = Integer.getInteger("reports", 1000);
    private static final int QUEUE = 60;
    private static final int BYTES_PER_SECOND = 240_000 / 8;
    private static final int LATENCY = 400;

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    Dispatcher dispatcher;

    private LossyLine line;
    private Phones phones;

    @BeforeEach
    void begin() throws Exception {
        var day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
        line = new LossyLine(port, Long.getLong("luck", 20241127));
        phones = new Phones(line.port());
    }

    @AfterEach
    void close() throws Exception {
        phones.close();
        line.close();
    }

    private List<String> ledger() {
        return installation
                .asOwner()
                .queryForList("SELECT id::text FROM desk.field_report ORDER BY id::text", String.class);
    }

    @Test
    void aThousandReportsOnALineThatLosesThirtyPercent() {
        var page = phones.of("siti", phone -> phone.clock().install());
        var waiting = new Waiting(page);
        page.context().setOffline(true);
        waiting.hand(REPORTS);
        var written = waiting.ids();
        line.becomes(Weather.LOSSY);
        page.context().setOffline(false);
        waiting.saysInTime(REPORTS + " laporan terkirim");
        var arrived = ledger();
        long lost = written.stream().filter(id -> !arrived.contains(id)).count();
        long doubled = installation
                .asOwner()
                .queryForObject(
                        "SELECT count(*) - count(DISTINCT payload::json ->> 'data') FROM desk.field_report",
                        Long.class);
        log.info(
                "{} reports, the line broke {} of what went over it, {} of their requests reached the application: lost {}, doubled {}, in the ledger {}",
                REPORTS,
                line.lost(),
                line.reportsPassed(),
                lost,
                doubled,
                arrived.size());
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(arrived).hasSize(REPORTS);
    }

    @Test
    void fromConnectionToEmptyQueue() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        var network = page.context().newCDPSession(page);
        log.info(
                "{} reports, from connection to empty queue: {} ms on a good line",
                QUEUE,
                emptied(waiting, network, 0, -1));
        log.info(
                "{} reports, from connection to empty queue: {} ms at 240 kbit/s and 400 ms",
                QUEUE,
                emptied(waiting, network, LATENCY, BYTES_PER_SECOND));
        assertThat(ledger()).hasSize(2 * QUEUE);
    }

    private static long emptied(Waiting waiting, CDPSession network, int latency, int bytesPerSecond) {
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", conditions(true, 0, -1));
        waiting.hand(QUEUE);
        waiting.says("menunggu sinyal");
        waiting.calm();
        long began = System.nanoTime();
        network.send("Network.emulateNetworkConditions", conditions(false, latency, bytesPerSecond));
        waiting.says("laporan terkirim");
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static JsonObject conditions(boolean offline, int latency, int bytesPerSecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", bytesPerSecond);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        return conditions;
    }
}
