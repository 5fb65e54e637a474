package id.deskpilkada.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.chain.ChainHeads;
import id.deskpilkada.platform.chain.Sealer;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class AuditReadingTests {

    @Autowired
    Installation installation;

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    ChainHeads heads;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    DeskClient supervisor;

    @BeforeEach
    void someEntries() {
        installation.empty();
        var people = new People(staff, secrets);
        people.add("inspektur", "Inspektur", "supervisor@36.04");
        people.add("camat", "Camat", "camat@36.04.05");
        supervisor = new DeskClient(port, "inspektur", People.PASSWORD);
        audit.record("uji.satu", "=HYPERLINK(\"http://x\")", "36.04.05", Map.of("kata", "Ünï"));
        audit.record("uji.dua", "benda", "36.04.06", Map.of());
        sealer.seal();
    }

    @Test
    void theTrailIsFilteredAndReadByItsWatchersOnly() {
        var page = supervisor.get("/api/audit?area=36.04.05&action=uji");
        assertThat(page.body().path("total").asInt()).isEqualTo(1);
        assertThat(page.body().at("/items/0/action").asText()).isEqualTo("uji.satu");
        assertThat(page.body().at("/items/0/chain").asText()).isEqualTo("360405");
        assertThat(supervisor
                        .get("/api/audit?to=2020-01-01")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(supervisor
                        .get("/api/audit?person=inspektur&action=audit.viewed")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(supervisor
                        .get("/api/audit?from=kemarin&area=x")
                        .body()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly("from", "area");
        for (var path : new String[] {"/api/audit", "/api/audit.csv", "/api/audit.xlsx", "/desk/audit"}) {
            assertThat(new DeskClient(port, "camat", People.PASSWORD).get(path).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anAuditorCanWorkOutDigestsAndChainFromTheFile() throws Exception {
        var csv = new String(download("/api/audit.csv?area=360405"), StandardCharsets.UTF_8);
        var previous = MessageDigest.getInstance("SHA-256").digest("360405".getBytes(StandardCharsets.US_ASCII));
        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv));
        int linked = 0;
        for (var row : rows) {
            var digest = digest(row);
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(row.get("digest"));
            var link = MessageDigest.getInstance("SHA-256");
            link.update(previous);
            link.update(HexFormat.of().parseHex(row.get("id").replace("-", "")));
            previous = link.digest(digest);
            assertThat(row.get("position")).isEqualTo(Integer.toString(++linked));
            assertThat(HexFormat.of().formatHex(previous)).isEqualTo(row.get("hash"));
        }
        assertThat(linked).isPositive();
        var printed = heads.within("36.04.05").stream()
                .filter(head -> head.chain().equals("audit"))
                .findFirst()
                .orElseThrow();
        assertThat(printed.hash()).isEqualTo(HexFormat.of().formatHex(previous));
        assertThat(printed.printed())
                .matches("36\\.04\\.05 audit " + linked + "( [0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})");
    }

    /** As the decision on the trail describes it for auditors. */
    private static byte[] digest(CSVRecord row) throws Exception {
        var text = new StringBuilder();
        for (var column : new String[] {
            "id",
            "at",
            "action",
            "object",
            "area",
            "staff_id",
            "username",
            "work",
            "channel",
            "address",
            "user_agent",
            "request_id",
            "route",
            "outcome",
            "details",
            "inserted_by"
        }) {
            var value = row.get(column);
            if (value.startsWith("'")) {
                value = value.substring(1);
            }
            if (column.equals("at")) {
                value = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value)));
            }
            text.append(value.isEmpty() ? -1 : value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(row.get("salt")));
        return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noCellOfAnExportIsAFormula() throws Exception {
        var csv = new String(download("/api/audit.csv?action=uji"), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK").doesNotContain(",\"=HYPERLINK");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(download("/api/audit.xlsx?action=uji")))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).startsWith("'=HYPERLINK");
        }
        assertThat(supervisor
                        .get("/api/audit?action=audit.exported")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void thePageShowsWhoDidWhatInPlainWords() {
        var page = new Browser(port).signIn("inspektur", People.PASSWORD).get("/desk/audit?action=person");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Orang ditambahkan", "Jejak: siapa melakukan apa", "Pekerjaan sistem", "camat-360405");
        assertThat(new Browser(port)
                        .signIn("inspektur", People.PASSWORD)
                        .get("/desk/audit?from=x")
                        .statusCode())
                .isEqualTo(422);
    }

    private byte[] download(String path) throws Exception {
        var authorization = Base64.getEncoder().encodeToString(("inspektur:" + People.PASSWORD).getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
