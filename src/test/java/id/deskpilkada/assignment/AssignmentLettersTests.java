package id.deskpilkada.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A letter as its reader has it in hand, and what can be done with it. */
@WholeApplication
class AssignmentLettersTests {

    static final String PAGE = "http://desk.example.go.id/masuk";

    @LocalServerPort
    int port;

    @Autowired
    AssignmentLetters letters;

    AssignmentScenario scenario;

    @BeforeEach
    void allAreNamed(
            @Autowired Installation installation,
            @Autowired SmallElection small,
            @Autowired Staff staff,
            @Autowired Secrets secrets,
            @Autowired AssignmentPreparation preparation,
            @Autowired Assignments assignments,
            @Autowired DistrictViews views,
            @Autowired SystemTransactions transactions) {
        scenario = new AssignmentScenario(
                installation, small, staff, secrets, preparation, assignments, views, transactions);
        scenario.begin();
        scenario.nameAll();
    }

    byte[] print(String... usernames) {
        var ids = java.util.stream.Stream.of(usernames)
                .map(scenario::assignmentOf)
                .toList();
        return letters.print(
                scenario.kramatwatu(), new AssignmentLetters.Wanted(ids, false), PAGE, scenario.actor("camat.kram"));
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    static String secret(String text) {
        var words =
                Pattern.compile("([A-Z0-9]{4}) +([A-Z0-9]{4}) +([A-Z0-9]{4})").matcher(text);
        assertThat(words.find()).as(text).isTrue();
        return words.group(1) + "-" + words.group(2) + " " + words.group(3).toLowerCase(java.util.Locale.ROOT);
    }

    int signIn(String username, String password) {
        return new DeskClient(port, username, password).get("/api/tasks").status();
    }

    int choose(String username, String code, String password) {
        return new Browser(port)
                .submit("/atur-ulang", "/atur-ulang", Map.of("username", username, "code", code, "password", password))
                .statusCode();
    }

    @Test
    void itNamesThePersonThePlaceAndTheDecree() throws IOException, ReaderException {
        var pdf = print("budi.santoso");
        var scratch = Path.of("target", "surat-tugas.pdf");
        Files.write(scratch, pdf);

        assertThat(text(pdf))
                .contains(
                        "Surat Tugas",
                        "Desk Pilkada Kabupaten Serang",
                        "H. Budi Santoso, S.Sos.",
                        "Admin desa",
                        "Margasana")
                .contains("nomor 800/12/Kec tanggal 30 Oktober 2024", "budi.santoso", PAGE, "Halaman 1 dari 1")
                .doesNotContain("menggantikan surat sebelumnya");
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var scanned = new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
            assertThat(scanned.getText()).isEqualTo(PAGE);
        }
    }

    @Test
    void itsSecretIsGoodForChoosingAPasswordOnceAndNothingElse() throws IOException {
        var secret = secret(text(print("siti.aminah")));

        assertThat(signIn("siti.aminah", secret)).isEqualTo(403);
        var page = new Browser(port).submit("/masuk", "/masuk", Map.of("username", "siti.aminah", "password", secret));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Pilih kata sandi Anda sendiri", "value=\"siti.aminah\"");
        assertThat(choose("siti.aminah", "ACDE FGHJ KLMN", "kopi pagi hujan")).isEqualTo(422);
        assertThat(choose("siti.aminah", secret, "kopi pagi hujan")).isEqualTo(302);
        assertThat(choose("siti.aminah", secret, "kopi sore terang")).isEqualTo(422);
        assertThat(signIn("siti.aminah", "kopi pagi hujan")).isEqualTo(200);
        assertThat(scenario.installation
                        .asOwner()
                        .queryForList("SELECT to_jsonb(a)::text FROM desk.staff_account a", String.class))
                .noneMatch(row -> row.contains(secret.substring(0, 4)));
    }

    @Test
    void printingAgainMakesTheFirstPaperWorthless() throws IOException {
        var first = secret(text(print("siti.aminah")));
        var again = text(print("siti.aminah"));

        assertThat(again).contains("menggantikan surat sebelumnya");
        assertThat(choose("siti.aminah", first, "kopi pagi hujan")).isEqualTo(422);
        assertThat(choose("siti.aminah", secret(again), "kopi pagi hujan")).isEqualTo(302);
        var third = text(print("siti.aminah"));
        assertThat(third).contains("kata sandi yang sudah Anda pilih sendiri").doesNotContain("sekali pakai");
        assertThat(signIn("siti.aminah", "kopi pagi hujan")).isEqualTo(200);
    }

    @Test
    void allLettersOfADistrictAreOneFileAndOnlyNewOnesWhenAsked() throws IOException {
        print("siti.aminah");
        var others = letters.print(
                scenario.kramatwatu(), new AssignmentLetters.Wanted(List.of(), true), PAGE, scenario.actor("desk"));
        var all = letters.print(
                scenario.kramatwatu(), new AssignmentLetters.Wanted(List.of(), false), PAGE, scenario.actor("desk"));

        assertThat(text(others)).contains("Budi Santoso").doesNotContain("Siti Aminah");
        assertThat(text(all)).contains("Budi Santoso", "Siti Aminah", "Halaman 2 dari 2");
        assertThat(scenario.view().villages().get(0).people().get(0).letters()).isEqualTo(2);
    }
}
