package id.deskpilkada.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.test.context.TestPropertySource;

/**
 * Acknowledgements per second over HTTP beside pgbench's single-row inserts on the same PostgreSQL, with as many clients, one after the other. The ledger is not worked off
 * meanwhile. Run by {@code mvn test -Dtest=LedgerBenchmark -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
@WholeApplication
@TestPropertySource(properties = {"desk.ledger.burst=100000000", "desk.ledger.per-second=1000000"})
class LedgerBenchmark {

    private static final Logger log = LoggerFactory.getLogger(LedgerBenchmark.class);
    private static final int CLIENTS = Integer.getInteger("benchmark.clients", 8);
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 15);
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final String DATA =
            "{\"voters\":120,\"security\":\"CALM\",\"remarks\":\"Antrean pendek, cuaca cerah, dua petugas Linmas di tempat.\"}";

    @Autowired
    LedgerFixture ledger;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    Installation installation;

    @BeforeEach
    void setUp() {
        ledger.setUp();
    }

    @Test
    void acknowledgementsBesideSingleRowInserts() throws Exception {
        http(WARM_UP_SECONDS, 0);
        var bare = pgbench();
        var full = http(SECONDS, 0);
        var half = http(SECONDS, full.perSecond() / 2);
        log.info(
                "{} clients: {} single-row inserts/s (pgbench), {} acknowledgements/s = {} of it, {} µs of processor each; p50 {} ms, p99 {} ms; at half load ({}/s) p50 {} ms, p99 {} ms",
                CLIENTS,
                Math.round(bare),
                Math.round(full.perSecond()),
                "%.2f".formatted(full.perSecond() / bare),
                full.cpuMicros(),
                full.millis(50),
                full.millis(99),
                Math.round(half.perSecond()),
                half.millis(50),
                half.millis(99));
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM field_report", Long.class))
                .isGreaterThanOrEqualTo(full.nanos().length + half.nanos().length);
    }

    /**
     * @param nanos time of each acknowledgement, sorted
     * @param cpuMicros processor time of this JVM, server and clients, for one acknowledgement
     */
    private record Load(long[] nanos, double perSecond, long cpuMicros) {

        String millis(int percentile) {
            return "%.1f".formatted(nanos[Math.min(nanos.length - 1, nanos.length * percentile / 100)] / 1e6);
        }
    }

    /** @param perSecond all clients together; 0 for as many as they can */
    private Load http(int seconds, double perSecond) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        var clients = new ArrayList<Callable<long[]>>();
        var interval = perSecond == 0 ? 0 : (long) (1e9 * CLIENTS / perSecond);
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(() -> client(seconds, interval));
        }
        var began = System.nanoTime();
        var cpu = SYSTEM.getProcessCpuTime();
        var nanos = LongStream.builder();
        for (var times : pool.invokeAll(clients)) {
            Arrays.stream(times.get()).forEach(nanos::add);
        }
        var took = (System.nanoTime() - began) / 1e9;
        pool.shutdown();
        var sorted = nanos.build().sorted().toArray();
        var cpuMicros = (SYSTEM.getProcessCpuTime() - cpu) / 1000 / sorted.length;
        return new Load(sorted, sorted.length / took, cpuMicros);
    }

    /** One connection that is kept, and no more work for the client than it takes: it shares the machine with the server. */
    private long[] client(int seconds, long interval) throws IOException {
        var address = ledger.uri("/");
        var times = LongStream.builder();
        var body = LedgerFixture.voting(LedgerFixture.TPS, DATA);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            var out = new BufferedOutputStream(socket.getOutputStream(), 4096);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4096));
            var began = System.nanoTime();
            for (long sent = 0; System.nanoTime() - began < seconds * 1_000_000_000L; sent++) {
                var due = began + sent * interval;
                while (interval > 0 && System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var start = interval > 0 ? due : System.nanoTime();
                send(out, body);
                receive(in);
                times.add(System.nanoTime() - start);
            }
        }
        return times.build().toArray();
    }

    private static void send(BufferedOutputStream out, String body) throws IOException {
        out.write(("PUT /api/field-reports/" + UUID.randomUUID()
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer petugas\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @SuppressWarnings("deprecation")
    private static void receive(DataInputStream in) throws IOException {
        assertThat(in.readLine()).startsWith("HTTP/1.1 201");
        var length = -1;
        var chunked = false;
        for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            var header = line.toLowerCase();
            chunked |= header.startsWith("transfer-encoding: chunked");
            length = header.startsWith("content-length:")
                    ? Integer.parseInt(line.substring(15).strip())
                    : length;
        }
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (var size = Integer.parseInt(in.readLine(), 16); ; size = Integer.parseInt(in.readLine(), 16)) {
            in.skipNBytes(size + 2L);
            if (size == 0) {
                return;
            }
        }
    }

    private double pgbench() throws Exception {
        ledger.asOwner(
                "CREATE TABLE IF NOT EXISTS desk.bench (id bigserial PRIMARY KEY, body text, at timestamptz DEFAULT now())");
        var script = Files.writeString(
                Path.of("target", "single-row-insert.sql"), "INSERT INTO desk.bench (body) VALUES ('" + DATA + "');\n");
        var address = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)").matcher(owner.getJdbcUrl());
        assertThat(address.find()).isTrue();
        var process = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        "" + CLIENTS,
                        "-j",
                        "2",
                        "-T",
                        "" + SECONDS,
                        "-f",
                        script.toString(),
                        "-h",
                        address.group(1),
                        "-p",
                        address.group(2),
                        "-U",
                        owner.getUsername(),
                        address.group(3))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ledger.asOwner("DROP TABLE desk.bench");
        var tps = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        assertThat(tps.find()).as(output).isTrue();
        return Double.parseDouble(tps.group(1));
    }
}
