package id.deskpilkada.dashboard.leader;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.dashboard.ManyDistricts;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a leader reads in a minute: nothing that they must not know, and the same numbers on paper. */
@WholeApplication
class LeaderPageTests {

    private static final String PAGE = "/desk/ringkas";

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    ManyDistricts many;

    @LocalServerPort
    int port;

    @BeforeEach
    void countingInThirtyOneDistricts() {
        day.begin();
        many.counting();
        many.form("BUPATI", MARGASANA_1, 1271, 44, true);
        many.form("BUPATI", MARGASANA_2, 91, 8, false);
        many.form("BUPATI", "3604402001001", 3, 4, false);
        many.form("BUPATI", "3604402001002", 3, 4, false);
        many.form("BUPATI", "3604402001003", 3, 4, false);
        many.form("GUBERNUR", BAROS_1, 200, 100, false);
    }

    private String page(String username, String asked) {
        return new Browser(port)
                .signIn(username, People.PASSWORD)
                .get(PAGE + asked)
                .body();
    }

    @Test
    void oneLookAnswersWhatALeaderAsks() {
        var page = page(LEADER, "");
        assertThat(page)
                .contains("Kabupaten Serang", "Hitungan C1", "Bupati", "/92 (5,4", "1.371", "Calon C - Wakil C")
                .contains("Belum cukup data (1,1", "Tidak ada yang menunggu tanda tangan Anda")
                .contains("Data cepat, bukan hasil resmi")
                .doesNotContain("tel:", "Dewi");
        assertThat(page.indexOf("/92 (5,4")).isLessThan(page.indexOf("1.371"));
    }

    @Test
    void whoMustNotKnowTheVotesSeesNone() throws Exception {
        new People(staff, secrets).add("rangkap", "Rangkap Dua", "camat@36.04.05", "district-verifier@36.04.05");
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no)
                        SELECT t.round_id, r.id, ?, left(?, 10), left(?, 6), 'IN_VERIFICATION', false, 1 FROM desk.race r, desk.tally_district t
                        WHERE r.code = 'BUPATI' AND t.race_id = r.id AND t.district_area = '360405' LIMIT 1
                        """,
                        MARGASANA_2,
                        MARGASANA_2,
                        MARGASANA_2);
        assertThat(page(IncidentDay.CAMAT, "?region=36.04.05")).contains("1.362");
        assertThat(page("rangkap", "?region=36.04.05"))
                .contains("Bupati", "/3 (")
                .doesNotContain("1.362", "1.271");
        assertThat(text(paper("rangkap", "?region=36.04.05")))
                .contains("Bupati 2 / 3")
                .doesNotContain("1.362", "1.271");
    }

    @Test
    void thePaperIsOnePageAndItsNumbersAreThoseOfTheDatabase() throws Exception {
        day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"Banjir di rumah Pak Joko\", \"tps\": \"%s\"}"
                                .formatted(BAROS_1));
        var paper = paper(LEADER, "");
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/ringkas.pdf"), paper);
        try (var document = Loader.loadPDF(paper)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        var text = text(paper);
        var bupati = installation
                .asOwner()
                .queryForMap(
                        "SELECT sum(received) AS received, sum(verified) AS verified FROM desk.tally_district t JOIN desk.race r ON r.id = t.race_id WHERE r.code = 'BUPATI'");
        assertThat(text)
                .contains("Bupati " + bupati.get("received") + " / 92 5,4")
                .contains("Calon C - Wakil C 1.371", "Kecamatan Nomor 68", "Baros", "Kramatwatu")
                .contains("Data cepat, bukan hasil resmi", "Semua waktu dalam WIB", "Halaman 1 dari 1")
                .doesNotContain("Joko", "Dewi");
        assertThat(bupati.get("verified").toString()).isEqualTo("1");
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action = 'day-summary.exported'"))
                .hasSize(1);
    }

    @Test
    void aCamatReadsTheirOwnDistrictOnly() {
        var camat = new Browser(port).signIn(IncidentDay.CAMAT, People.PASSWORD);
        assertThat(camat.get(PAGE).body()).contains("Kramatwatu");
        assertThat(camat.get(PAGE + "?region=36.04").statusCode()).isEqualTo(403);
        assertThat(camat.get(PAGE + ".pdf?region=36.04.17").statusCode()).isEqualTo(403);
    }

    private byte[] paper(String username, String asked) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PAGE + ".pdf" + asked))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (username + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    private static String text(byte[] paper) throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
