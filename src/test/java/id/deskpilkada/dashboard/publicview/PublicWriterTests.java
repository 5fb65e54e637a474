package id.deskpilkada.dashboard.publicview;

import static id.deskpilkada.dashboard.publicview.PublicDepth.TPS;
import static id.deskpilkada.dashboard.publicview.PublicMode.PROGRESS;
import static id.deskpilkada.dashboard.publicview.PublicMode.RECEIVED_AND_VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One writer whatever the number of nodes, and only what changed. */
@WholeApplication
class PublicWriterTests {

    private static final String FIRST = SmallRegency.TPS.get(0);

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    PublicWatch watch;

    @Autowired
    PublicFiles files;

    @Autowired
    PublicFileRows fileRows;

    @Autowired
    EditionRows rows;

    @Autowired
    PublicViews views;

    @Autowired
    EditionReader reader;

    @Autowired
    PageRenderer renderer;

    @Autowired
    PublicData data;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private PublicDay day;

    @BeforeEach
    void on() {
        day = new PublicDay(installation, staff, watch, events, transaction, port);
        day.received(FIRST, 100, 50);
        day.on(RECEIVED_AND_VERIFIED, TPS);
    }

    /** The files in memory outlive the tables. */
    @AfterEach
    void off() {
        installation.empty();
        watch.look();
    }

    @Test
    void ofSeveralNodesOneWritesEachEditionOnce() throws Exception {
        var nodes = List.of(node(), node(), node(), node());
        for (int form = 0; form < 5; form++) {
            day.received(FIRST, 200 + form, 50);
            installation.asOwner().update("UPDATE desk.public_edition SET read_at = NULL");
            long before = version();
            assertThat(together(nodes)).filteredOn(Boolean::booleanValue).hasSize(1);
            assertThat(version()).isEqualTo(before + 1);
            assertThat(installation
                            .asOwner()
                            .queryForList(
                                    "SELECT DISTINCT version FROM desk.public_file WHERE path = 'index.html'",
                                    Long.class))
                    .containsExactly(before + 1);
        }
    }

    @Test
    void whatDidNotChangeKeepsItsBytesItsTagAndItsVersion() {
        var before = versions();
        day.received(SmallRegency.TPS.get(4), 7, 8).written();
        var after = versions();

        assertThat(after).hasSameSizeAs(before);
        var written = after.keySet().stream()
                .filter(path -> !after.get(path).equals(before.get(path)))
                .toList();
        assertThat(written)
                .contains("index.html", "en/index.html", "wilayah/36.04.06.html", "tally/BUPATI/36.04.06.2001.json")
                .doesNotContain("wilayah/36.04.05.html", "cari.json", "cari.js", "tally/BUPATI/36.04.05.json");
        var unchanged = files.find("wilayah/36.04.05.html").orElseThrow();
        day.written();
        assertThat(files.find("wilayah/36.04.05.html")).containsSame(unchanged);
        assertThat(versions()).isEqualTo(after);
    }

    @Test
    void nobodyWritesUntilSomethingChangedNorTooOften() {
        assertThat(node().write()).as("nothing changed since").isFalse();
        day.received(FIRST, 300, 50);
        assertThat(rows.due(Duration.ofSeconds(30))).as("written a moment ago").isFalse();
        assertThat(rows.due(Duration.ZERO)).isTrue();
        installation.asOwner().update("DELETE FROM desk.change");
        assertThat(rows.due(Duration.ZERO)).isFalse();
        installation.asOwner().update("UPDATE desk.public_edition SET wake_at = now() - interval '1 second'");
        assertThat(rows.due(Duration.ofSeconds(30))).as("an hour has come").isTrue();
    }

    @Test
    void aWriterThatDiesInTheMiddleIsReplacedAtOnce() throws Exception {
        day.received(FIRST, 400, 50);
        installation.asOwner().update("UPDATE desk.public_edition SET read_at = NULL");
        try (var dying = installation.asOwner().getDataSource().getConnection()) {
            dying.setAutoCommit(false);
            try (var statement = dying.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(360400141)");
                assertThat(node().write()).as("another is writing").isFalse();
            }
            dying.rollback();
        }
        assertThat(node().write()).isTrue();
    }

    @Test
    void anotherNodeTakesInWhatThisOneWroteAndOnlyThat() {
        List<PublicFilesChanged> told = new ArrayList<>();
        var other = new PublicFiles(fileRows, event -> told.add((PublicFilesChanged) event));
        other.refresh();
        assertThat(other.all()).hasSameSizeAs(files.all());
        var kept = other.find("wilayah/36.04.05.html").orElseThrow();

        day.received(SmallRegency.TPS.get(4), 7, 8).written();
        other.refresh();
        assertThat(other.version()).isEqualTo(files.version());
        assertThat(other.find("wilayah/36.04.05.html")).containsSame(kept);
        assertThat(told.get(1).written()).contains("wilayah/36.04.06.html").doesNotContain("wilayah/36.04.05.html");
        day.on(RECEIVED_AND_VERIFIED, PublicDepth.REGENCY);
        other.refresh();
        assertThat(told.get(2).gone()).contains("wilayah/36.04.05.html");
    }

    @Test
    void whatAWriterHadInHandIsNotWrittenOnceTheViewIsOff() {
        day.admin.put("/api/public-view", "{\"mode\": \"OFF\"}");

        assertThat(count()).isZero();
        assertThat(files.all()).isEmpty();
        assertThat(node().write()).isFalse();
        day.on(PROGRESS, TPS);
        assertThat(files.all()).isNotEmpty();
        assertThat(files.version()).isEqualTo(version());
    }

    private EditionWriter node() {
        return new EditionWriter(
                rows,
                views,
                reader,
                new EditionFiles(renderer, data),
                Clock.systemUTC(),
                Duration.ofSeconds(3),
                transactions);
    }

    private static List<Boolean> together(List<EditionWriter> nodes) throws Exception {
        var threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            nodes.forEach(node -> calls.add(node::write));
            List<Boolean> wrote = new ArrayList<>();
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                wrote.add(call.get());
            }
            return wrote;
        } finally {
            threads.shutdownNow();
        }
    }

    private long version() {
        return installation.asOwner().queryForObject("SELECT version FROM desk.public_edition", Long.class);
    }

    private int count() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk.public_file", Integer.class);
    }

    private Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        installation.asOwner().query("SELECT path, version FROM desk.public_file", row -> {
            versions.put(row.getString("path"), row.getLong("version"));
        });
        return versions;
    }
}
