package id.deskpilkada.tierreport.document;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.seal.Approval;
import id.deskpilkada.tierreport.seal.Seals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Documents of real reports, against what the field has sent; and the page that says whether they are genuine. */
@WholeApplication
class TierDocumentsTests {

    @Autowired
    Installation installation;

    @Autowired
    TierDay day;

    @Autowired
    TierDocuments documents;

    @Autowired
    ReadyReportText texts;

    @Autowired
    Seals seals;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    TierReport district;
    TierReport regency;

    @BeforeEach
    void theEvening() {
        day.begin();
        day.voting(port, "siti", MARGASANA_1, "10.00", "{\"voters\": {\"total\": 200}, \"security\": \"CALM\"}");
        day.incident(port, "siti", MARGASANA_2, fire());
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 120, 90);
        day.c1(port, "siti", "BUPATI", MARGASANA_2, 61, 83);
        day.c1(port, "joko", "BUPATI", BAROS_1, 117, 222);
        day.verify(port, "budi", "BUPATI", MARGASANA_1, 120, 90);
        district = day.compiled(EVENING, KRAMATWATU);
        settled(district, approval("Camat Kramatwatu", Capacity.PLT, null));
        settled(day.compiled(EVENING, BAROS), null);
        regency = day.compiled(EVENING, REGENCY);
    }

    private String fire() {
        var photo = FormDay.photo("Asap", List.of("di dapur"));
        var hash = DigestUtils.sha256Hex(photo);
        day.as(port, "siti").putBytes("/api/photos/" + hash, "image/png", photo);
        return "{\"category\": \"FIRE\", \"description\": \"Asap dari dapur Pak Haji\", \"photos\": [\"%s\"]}"
                .formatted(hash);
    }

    private static Approval approval(String position, Capacity capacity, @Nullable String onBehalfOf) {
        return new Approval(
                1, "Cici Camat", position, "Pembina", "196805121993031004", capacity, onBehalfOf, "Aman.", "PASSWORD");
    }

    private void settled(TierReport report, @Nullable Approval approval) {
        transactions.write("test", () -> seals.settle(report, approval));
    }

    private TierFiles files(TierReport report) {
        return transactions.read("test", () -> documents.forDelivery(report.id()));
    }

    private static String text(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents", name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }

    /** What the ledger's forms of the place add up to, counted apart from everything that the report was made with. */
    private long sum(String area, String candidate) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT coalesce(sum((payload::jsonb #>> ARRAY['data', 'votes', ?])::bigint), 0) FROM desk.field_report WHERE kind = 'C1' AND starts_with(area, ?)",
                        Long.class,
                        candidate,
                        area);
    }

    @Test
    void theTotalsOnPaperAreThoseOfTheForms() throws IOException {
        var regencyText = text("tier-regency", files(regency).pdf());
        var districtText = text("tier-district", files(district).pdf());

        assertThat(sum(REGENCY, "1")).isEqualTo(298);
        for (var candidate : List.of("1", "2")) {
            assertThat(regencyText).contains(" " + sum(REGENCY, candidate) + " ");
            assertThat(districtText).contains(" " + sum(KRAMATWATU, candidate) + " ");
        }
        assertThat(regencyText)
                .contains("Jumlah suara sah " + (sum(REGENCY, "1") + sum(REGENCY, "2")) + " 210")
                .contains("BELUM DISEGEL", "2 dari 2", "Aman.", regency.code());
        assertThat(districtText)
                .contains("Plt. Camat Kramatwatu", "Cici Camat", "Laporan pukul 19.00 WIB", district.digest())
                .contains("K-", "Kebakaran", "Dokumentasi", "TPS 002 Margasana, ", "SHA-256 ")
                .doesNotContain("BELUM DISEGEL", "Pak Haji");
    }

    @Test
    void theWorkbookAndTheCsvHaveTheSameTotals() throws IOException {
        var files = files(regency);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(files.xlsx()))) {
            var votes = workbook.getSheets()
                    .filter(sheet -> sheet.getName().equals("Suara Bupati"))
                    .findFirst()
                    .orElseThrow()
                    .read();
            assertThat(votes.get(1).getCellRawValue(4)).contains(Long.toString(sum(REGENCY, "1")));
            assertThat(votes.stream().map(row -> row.getCellText(0)).toList())
                    .contains("36.04", "36.04.05", "36.04.17")
                    .anyMatch(cell -> cell.contains("bukan hasil resmi"));
        }
        var lines = CSVFormat.RFC4180.parse(new StringReader(new String(files.csv(), StandardCharsets.UTF_8))).stream()
                .toList();
        assertThat(lines)
                .filteredOn(line -> line.get(0).equals("36.04")
                        && line.get(2).equals("races[BUPATI].byReceived.candidates[2].votes"))
                .singleElement()
                .satisfies(line -> assertThat(line.get(3)).isEqualTo(Long.toString(sum(REGENCY, "2"))));
    }

    @Test
    void theJsonCanBeVerifiedWithNothingButThePublicKey() throws IOException, GeneralSecurityException {
        JsonNode file = DeskClient.JSON.readTree(files(district).json());

        assertThat(DigestUtils.sha256Hex(file.path("snapshot").asText())).isEqualTo(district.digest());
        var key = installation
                .asOwner()
                .queryForObject(
                        "SELECT public_key FROM desk.signing_key WHERE key_id = ?",
                        byte[].class,
                        file.path("keyId").asText());
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(file.path("statement").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(
                        Base64.getDecoder().decode(file.path("signature").asText())))
                .isTrue();
        assertThat(file.path("statement").asText()).contains(district.digest());
    }

    @Test
    void theTextForGroupsHasNoVotesAndNoNamesAndCallsOnlyOverdueReportsMissing() {
        var text = transactions.read("test", () -> texts.of(district.id()));

        assertThat(text)
                .startsWith("*Laporan Desk Pilkada Kecamatan Kramatwatu*\nLaporan pukul 19.00 WIB, ")
                .contains(
                        "C1 masuk: 2 dari",
                        "Belum masuk Pemungutan 10.00: 2 dari 3",
                        "TPS 3604052001001",
                        "Kejadian: 1 terbuka",
                        "Kebakaran",
                        "bukan hasil resmi")
                .contains("https://desk.example.go.id/public/laporan/" + district.code())
                .doesNotContain("Belum masuk C1", "Cici", "Calon", "Asap", "181", "173");
        assertThat(text.length()).isLessThan(1200);
    }

    private String page(String path) {
        return http.getForObject("/public/laporan" + path, String.class);
    }

    @Test
    void anybodyLearnsWhetherAReportIsGenuineAndNothingElse() {
        var code = "/" + district.code();

        assertThat(page(code + "?d=" + district.digest().substring(0, 16)))
                .contains(
                        ">ASLI<", "Kecamatan Kramatwatu, Kabupaten Serang", "Plt. Camat Kramatwatu", district.digest())
                .doesNotContain("Cici", "19680512", "120", "Aman.");
        assertThat(page("?kode=" + district.code().toLowerCase().replace("-", "") + "&d=" + district.digest()))
                .contains(">ASLI<");
        assertThat(page(code + "?d=0123456789abcdef")).contains(">BERUBAH<").doesNotContain(">ASLI<");
        assertThat(page("/7K2M-0Q9X-VB3D-11ZT")).contains(">TIDAK DIKENAL<");
        assertThat(page("/" + regency.code())).as("not settled yet").contains(">TIDAK DIKENAL<");
        assertThat(page("")).contains("name=\"kode\"").doesNotContain("ASLI");

        settled(day.compiled(EVENING, KRAMATWATU), approval("Camat Kramatwatu", Capacity.DEFINITIVE, null));
        assertThat(page(code)).contains(">SUDAH DIGANTI VERSI BARU<", "Buka versi yang berlaku");
    }

    @Test
    void theSecondVersionTellsWhatChangedAndWhy() throws IOException {
        day.c1(port, "siti", "GUBERNUR", MARGASANA_1, 7, 8);
        var second = day.compiled(EVENING, KRAMATWATU);

        assertThat(text("tier-district-second", files(second).pdf()))
                .contains("Perubahan dari versi 1", "C1 TPS 001 Margasana masuk", "BELUM DISEGEL");
    }

    private ResponseEntity<byte[]> download(String username, String path, String... header) {
        var request = RequestEntity.get("http://localhost:" + port + "/api/tier-reports/" + path)
                .headers(headers -> headers.setBasicAuth(username, People.PASSWORD));
        return http.exchange(
                (header.length == 2 ? request.header(header[0], header[1]) : request).build(), byte[].class);
    }

    @Test
    void aFileIsSentOnceAndOnlyWithWhatItsReaderMayKnow() throws IOException {
        var path = district.id() + ".pdf";
        var first = download("desk", path);
        assertThat(first.getStatusCode().value()).isEqualTo(200);
        assertThat(first.getHeaders().getContentDisposition().getFilename()).isEqualTo("laporan-36.04.05-19.00-v1.pdf");
        assertThat(download("desk", path, "If-None-Match", first.getHeaders().getETag())
                        .getStatusCode()
                        .value())
                .isEqualTo(304);
        assertThat(text("tier-desk", first.getBody())).contains("Jumlah suara sah 354");

        var withheld = download("budi", path);
        assertThat(text("tier-withheld", withheld.getBody()))
                .contains("tidak ditampilkan untuk peran Anda")
                .doesNotContain("354", "Calon C");
        assertThat(withheld.getHeaders().getETag())
                .isNotEqualTo(first.getHeaders().getETag());
        var json = DeskClient.JSON.readTree(
                download("budi", district.id() + ".json").getBody());
        assertThat(json.path("withheld").asBoolean()).isTrue();
        assertThat(json.path("snapshot").asText()).doesNotContain("byReceived");
        assertThat(download("camat-baros", path).getStatusCode().value()).isEqualTo(404);
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT action FROM desk.audit_entry WHERE action = 'tier-report.exported' AND object = ?",
                                String.class,
                                district.code()))
                .hasSize(3);
    }

    @Test
    void theKindOfFileMayBeAskedForByItsType() {
        var id = Long.toString(district.id());
        assertThat(download("desk", id, "Accept", "application/pdf")
                        .getHeaders()
                        .getContentType())
                .hasToString("application/pdf");
        assertThat(download("desk", id, "Accept", "text/csv").getHeaders().getContentType())
                .hasToString("text/csv;charset=UTF-8");
        assertThat(download("desk", id, "Accept", "*/*").getHeaders().getContentType())
                .hasToString("application/json");
        assertThat(download("desk", id + ".xlsx").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void aFileIsComparedInTheBrowserAndLeavesNothing() {
        var json = new String(files(district).json(), StandardCharsets.UTF_8);
        try (var browser = new Chromium(port)) {
            var page = browser.at("/public/laporan/" + district.code() + "?d=" + district.digest());
            page.setInputFiles("#pilih", file(json));
            page.waitForSelector("#hasil.alert-ok");
            assertThat(page.textContent("#hasil")).startsWith("ASLI");
            browser.picture(page, "laporan-asli");
            page.setViewportSize(390, 844);
            browser.picture(page, "laporan-asli-telepon");

            page.setInputFiles("#pilih", file(json.replace("\\\"votes\\\":181", "\\\"votes\\\":811")));
            page.waitForSelector("#hasil.alert-bad");
            assertThat(page.textContent("#hasil")).startsWith("BERUBAH");
            page.setInputFiles("#pilih", file(json.replace(district.code(), "7K2M-0Q9X-VB3D-11ZT")));
            page.waitForFunction("() => document.getElementById('hasil').textContent.includes('7K2M-0Q9X-VB3D-11ZT')");
            browser.open(page, "/public/laporan/7K2M-0Q9X-VB3D-11ZT");
            browser.picture(page, "laporan-tidak-dikenal-telepon");
            assertThat(browser.failures()).isEmpty();
        }
    }

    private static FilePayload file(String text) {
        return new FilePayload("laporan.json", "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
