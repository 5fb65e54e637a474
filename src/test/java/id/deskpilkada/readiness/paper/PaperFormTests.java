package id.deskpilkada.readiness.paper;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spare forms as they come out of the printer, and the ticks when they come back. */
@WholeApplication
class PaperFormTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    List<RoundPreparation> preparations;

    @Autowired
    ExpectedReports reports;

    @LocalServerPort
    int port;

    RoundRef round;

    @BeforeEach
    void aStartedRound() {
        installation.empty();
        round = election.started();
        Scope.system("uji", () -> preparations.forEach(preparation -> preparation.prepare(round)));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("udin", "Udin Kramatwatu", "district-admin@36.04.05");
        people.add("desk", "Dewi Desk", "desk@36.04");
        people.add("kpu", "Kadi KPU", "liaison@36.04");
    }

    @Test
    void aTpsHasOneSheetForTheDayAndOneForEachRaceWithItsCandidates() throws Exception {
        try (var pdf = pdf("siti", MARGASANA_1)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(page(pdf, 1)).contains("PANTAUAN", "TPS 001 Margasana", MARGASANA_1, "10.00", "13.30");
            assertThat(page(pdf, 2)).contains("GUBERNUR", "Calon A - Wakil A", "Calon B - Wakil B", "suara sah");
            assertThat(page(pdf, 3)).contains("BUPATI", "Calon C - Wakil C", MARGASANA_1, "Jumlah Pengguna Hak Pilih");
            for (int number = 1; number <= 3; number++) {
                assertThat(page(pdf, number))
                        .contains("Data cepat, bukan hasil resmi.", "Halaman " + number + " dari 3");
            }
        }
    }

    @Test
    void theQrCodeOpensTheFieldAppAtThisFormAndNothingOfItIsSentToTheServer() throws Exception {
        try (var pdf = pdf("siti", MARGASANA_1)) {
            var form = URI.create(qr(pdf, 3));
            assertThat(form.getPath()).isEqualTo("/lapangan");
            assertThat(form.getRawQuery()).isNull();
            assertThat(form.getFragment())
                    .isEqualTo("/isi?kind=C1&tps=" + MARGASANA_1 + "&race=BUPATI&slot=C1&election=" + SmallElection.CODE
                            + "&round=" + SmallElection.ROUND);
            assertThat(URI.create(qr(pdf, 1)).getFragment())
                    .isEqualTo("/isi?kind=VOTING&tps=" + MARGASANA_1 + "&election=" + SmallElection.CODE + "&round="
                            + SmallElection.ROUND);
        }
    }

    @Test
    void everyPageSaysInLettersWhatItsQrCodeSays() throws Exception {
        try (var pdf = pdf("siti", MARGASANA_1)) {
            assertThat(words(pdf, 1)).contains(MARGASANA_1 + " VOTING");
            assertThat(words(pdf, 2)).contains(MARGASANA_1 + " C1 GUBERNUR");
            assertThat(words(pdf, 3)).contains(MARGASANA_1 + " C1 BUPATI");
            assertThat(PaperCode.read(qr(pdf, 3))).isEqualTo(PaperCode.read(MARGASANA_1 + " c1 bupati"));
        }
    }

    private static String words(PDDocument pdf, int number) throws IOException {
        return page(pdf, number).replaceAll("\\s+", " ");
    }

    @Test
    void aVillageIsOneFileWithAllItsTps() throws Exception {
        try (var pdf = pdf("siti", "36.04.05.2002")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(6);
            assertThat(page(pdf, 1)).contains(MARGASANA_1);
            assertThat(page(pdf, 6)).contains(MARGASANA_2);
        }
    }

    @Test
    void formsOfOtherPlacesAreRefused() {
        assertThat(as("siti").get("/api/paper-forms/" + BAROS_1 + ".pdf").status())
                .isEqualTo(403);
        assertThat(as("kpu").get("/api/paper-forms/" + BAROS_1 + ".pdf").status())
                .isEqualTo(403);
        assertThat(as("desk").get("/api/paper-forms/3604052002999.pdf").status())
                .isEqualTo(404);
        assertThat(as("desk").get("/api/paper-forms/36.04.05.2999.pdf").status())
                .isEqualTo(404);
    }

    @Test
    void paperThatHasArrivedIsANoteAndNoReportUntilItIsTypedIn() {
        var tick = "{\"kind\": \"C1\", \"slot\": \"C1\", \"race\": \"BUPATI\"}";
        assertThat(as("udin").put("/api/paper-receipts/" + MARGASANA_1, tick).status())
                .isEqualTo(200);
        as("desk").put("/api/paper-receipts/" + MARGASANA_1, tick);

        var line = as("desk")
                .get("/api/progress/missing?kind=C1&race=BUPATI&region=" + MARGASANA_1)
                .body();
        assertThat(line.get("total").asInt()).isEqualTo(1);
        assertThat(line.at("/items/0/note").asText()).startsWith("Kertas diterima: C1 Bupati, Udin Kramatwatu ");

        var race = installation.asOwner().queryForObject("SELECT id FROM desk.race WHERE code = 'BUPATI'", Long.class);
        Scope.system(
                "uji",
                () -> reports.received(
                        round.id(), ReportKind.C1, "C1", race, MARGASANA_1, Instant.parse("2024-11-27T10:00:00Z")));
        var other = as("desk")
                .get("/api/progress/missing?kind=C1&race=GUBERNUR&region=" + MARGASANA_1)
                .body();
        assertThat(other.at("/items/0/note").isNull()).isTrue();
    }

    @Test
    void aTickCanBeTakenBackAndOnlyKnownPaperIsTicked() {
        var tick = "{\"kind\": \"VOTING\", \"slot\": \"10.00\"}";
        var ticked = as("udin").put("/api/paper-receipts/" + MARGASANA_1, tick).body();
        assertThat(ticked.findValuesAsText("by")).containsExactly("Udin Kramatwatu");

        var back = as("desk")
                .put("/api/paper-receipts/" + MARGASANA_1, tick.replace("}", ", \"received\": false}"))
                .body();
        assertThat(back.findValuesAsText("by")).isEmpty();
        for (var unknown :
                List.of("{\"kind\": \"VOTING\", \"slot\": \"11.00\"}", "{\"kind\": \"C1\", \"slot\": \"C1\"}")) {
            var answer = as("udin").put("/api/paper-receipts/" + MARGASANA_1, unknown);
            assertThat(answer.body().get("code").asText()).isEqualTo("PAPER_UNKNOWN");
        }
        assertThat(as("siti").put("/api/paper-receipts/" + MARGASANA_1, tick).status())
                .isEqualTo(403);
        assertThat(as("udin").put("/api/paper-receipts/" + BAROS_1, tick).status())
                .isEqualTo(403);
    }

    private DeskClient as(String person) {
        return new DeskClient(port, person, People.PASSWORD);
    }

    private PDDocument pdf(String person, String place) throws IOException, InterruptedException {
        var password = Base64.getEncoder().encodeToString((person + ":" + People.PASSWORD).getBytes());
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d/api/paper-forms/%s.pdf".formatted(port, place)))
                        .header("Authorization", "Basic " + password)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Files.write(Path.of("target/formulir-cadangan-" + place + ".pdf"), answer.body());
        return Loader.loadPDF(answer.body());
    }

    private static String page(PDDocument pdf, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(pdf);
    }

    private static String qr(PDDocument pdf, int number) throws Exception {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(number - 1, 150);
        var source = new RGBLuminanceSource(
                image.getWidth(),
                image.getHeight(),
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
