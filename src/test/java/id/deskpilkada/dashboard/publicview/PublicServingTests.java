package id.deskpilkada.dashboard.publicview;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.web.RawHttp;
import id.deskpilkada.staff.Browser;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How public files are handed out, whatever is in them. */
@WholeApplication
class PublicServingTests {

    private static final String INDEX = "<!DOCTYPE html><p>" + "Data cepat. ".repeat(200);

    @Autowired
    Installation installation;

    @Autowired
    PublicFiles files;

    @Autowired
    DataSource connections;

    @Autowired
    @Qualifier("publicFilesFilter")
    FilterRegistrationBean<?> handedOut;

    @Autowired
    @Qualifier("rateOfAnAddress")
    FilterRegistrationBean<?> rate;

    @Autowired
    @Qualifier("headersOfEveryAnswer")
    FilterRegistrationBean<?> headers;

    @LocalServerPort
    int port;

    @BeforeEach
    void oneEdition() {
        installation.empty();
        files.refresh();
        written(1, "index.html", "text/html;charset=utf-8", INDEX);
        written(1, "tally/BUPATI.json", "application/json", "{}");
        on("RECEIVED_AND_VERIFIED");
    }

    /** The files in memory outlive the tables. */
    @AfterEach
    void off() {
        installation.empty();
        files.refresh();
    }

    @Test
    void theFilesStandAtTheirAddressesOnceTheViewIsOn() {
        assertThat(get("/").body()).isEqualTo(INDEX);
        assertThat(get("/public/").body()).isEqualTo(INDEX);
        assertThat(get("/public/index.html").body()).isEqualTo(INDEX);
        assertThat(get("/public/tally/BUPATI.json").header("Content-Type")).contains("application/json");
        assertThat(get("/public/tally/LAIN.json").status()).isEqualTo(404);
        assertThat(new RawHttp(port)
                        .send("POST / HTTP/1.1", "Content-Length: 0")
                        .body())
                .doesNotContain("Data cepat. D");
    }

    @Test
    void whatIsOffIsOffAtOnceAndTheFrontPageIsBack() {
        installation.asOwner().update("UPDATE desk.public_view SET mode = 'OFF'");
        files.refresh();

        assertThat(files.all()).isEmpty();
        assertThat(get("/").body()).contains("/masuk").doesNotContain("Data cepat. D");
        var off = get("/public/tally/BUPATI.json");
        assertThat(off.status()).isEqualTo(404);
        assertThat(off.body()).contains("PUBLIC_VIEW_OFF");
        on("PROGRESS");
        assertThat(get("/").body()).isEqualTo(INDEX);
    }

    @Test
    void whoHasItAlreadyIsToldSoAndNothingElse() {
        var first = get("/");
        var tag = first.header("ETag").orElseThrow();
        assertThat(first.header("Cache-Control"))
                .contains("public, max-age=5, stale-while-revalidate=30, stale-if-error=86400");

        var again = get("/", "If-None-Match: " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
        assertThat(get("/", "If-None-Match: " + tag.substring(2)).status()).isEqualTo(304);

        written(2, "index.html", "text/html;charset=utf-8", INDEX + "!");
        files.refresh();
        assertThat(get("/", "If-None-Match: " + tag).status()).isEqualTo(200);
        assertThat(files.version()).isEqualTo(2);
    }

    @Test
    void itIsHandedOutCompressedToWhoTakesThatAndPlainToWhoDoesNot() {
        var packed = get("/", "Accept-Encoding: br, gzip;q=0.8");
        assertThat(packed.header("Content-Encoding")).contains("gzip");
        assertThat(Integer.parseInt(packed.header("Content-Length").orElseThrow()))
                .isEqualTo(files.find("index.html").orElseThrow().gzip().length)
                .isLessThan(INDEX.length() / 4);
        assertThat(get("/", "Accept-Encoding: gzip;q=0").body()).isEqualTo(INDEX);
        assertThat(packed.header("Vary")).contains("Accept-Encoding");

        var head = new RawHttp(port).send("HEAD / HTTP/1.1");
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).contains(Integer.toString(INDEX.length()));
    }

    @Test
    void aPageLetsNoScriptOfItsOwnAndNoOtherStyleIn() {
        var policy = get("/").header("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "style-src 'sha256-", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(get("/").header("X-Frame-Options")).contains("DENY");
        assertThat(get("/").header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void itAnswersWhileTheDatabaseAnswersNobodyAlsoWhoIsSignedIn() throws SQLException {
        var browser = new Browser(port).signIn("admin", SmallRegency.PASSWORD);
        List<Connection> taken = new ArrayList<>();
        try {
            var pool = pool();
            while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
                taken.add(connections.getConnection());
            }
            var answer = browser.get("/");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(INDEX);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    /** A whole village may read behind the one address of its mobile operator. */
    @Test
    void noReaderIsCountedForBeforeAnyGuardTheFilesAreHandedOut() {
        assertThat(handedOut.getOrder()).isLessThan(rate.getOrder()).isGreaterThan(headers.getOrder());
    }

    private HikariDataSource pool() throws SQLException {
        return connections instanceof DelegatingDataSource watched
                ? (HikariDataSource) watched.getTargetDataSource()
                : connections.unwrap(HikariDataSource.class);
    }

    private RawHttp.Answer get(String path, String... headers) {
        return new RawHttp(port).send("GET " + path + " HTTP/1.1", headers);
    }

    private void on(String mode) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.public_view (mode, depth, decision_name, decision_office, decision_letter, changed_by_id, changed_at)
                        VALUES (?, 'TPS', 'Bupati', 'Bupati Serang', '100/1', 1, now()) ON CONFLICT (id) DO UPDATE SET mode = excluded.mode
                        """,
                        mode);
        files.refresh();
    }

    private void written(int version, String path, String type, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.public_file (path, content_type, etag, body, changed_at, version) VALUES (?, ?, ?, ?, now(), ?)
                        ON CONFLICT (path) DO UPDATE SET etag = excluded.etag, body = excluded.body, version = excluded.version
                        """,
                        path,
                        type,
                        FileBytes.etag(bytes),
                        FileBytes.gzip(bytes),
                        version);
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.public_edition (version) VALUES (?) ON CONFLICT (id) DO UPDATE SET version = excluded.version",
                        version);
    }
}
