package id.deskpilkada.tierreport.page;

import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.flow.FlowDay;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a report without scripts: what each reader sees, every button, and what is refused without losing a word. */
@WholeApplication
class TierReportPageTests {

    private static final String PAGE = "/desk/laporan/";

    @Autowired
    TierDay day;

    @Autowired
    FlowDay flow;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @BeforeEach
    void theDay() {
        flow.begin();
    }

    private TierReport signing() {
        flow.districtsCompile(EVENING);
        return flow.latest(EVENING, KRAMATWATU);
    }

    /** What the engine has been told to do next. */
    private void run() {
        for (var jobs = management.createJobQuery().messages().active().list();
                !jobs.isEmpty();
                jobs = management.createJobQuery().messages().active().list()) {
            jobs.forEach(job -> Scope.system("engine-jobs", () -> management.executeJob(job.getId())));
        }
    }

    private Browser browser(String username) {
        return new Browser(port).signIn(username, People.PASSWORD);
    }

    private Html page(String username, TierReport report) {
        var answer = day.as(port, username).get(PAGE + report.id());
        assertThat(answer.status()).as(username).isEqualTo(200);
        return new Html(answer.text());
    }

    private static HttpResponse<String> press(Browser browser, TierReport report, String act, String... fields) {
        var form = new HashMap<String, String>(Map.of("tindakan", act));
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return browser.submit(PAGE + report.id(), PAGE + report.id(), form);
    }

    private static HttpResponse<String> sign(Browser browser, TierReport report, String act) {
        return press(browser, report, act, "kedudukan", "DEFINITIVE", "jabatan", "Camat", "sudah", "ya");
    }

    private static String said(HttpResponse<String> answer) {
        return new Html(answer.body()).text();
    }

    @Test
    void aCamatReadsTheFiguresSignsAndIsDone() {
        var report = signing();
        var camat = browser("camat");
        var page = page("camat", report);
        assertThat(page.text())
                .contains("Laporan 19.00, Kecamatan Kramatwatu", "menunggu tanda tangan", "versi 1")
                .contains("Dibaca dalam satu menit", "Cici Camat", "Saya sudah memeriksa angka");
        assertThat(page.links()).contains("/api/tier-reports/" + report.id() + ".pdf");
        assertThat(new Html(day.as(port, "camat").get("/desk").text()).links()).contains(PAGE + report.id());

        var unsure = press(camat, report, "segel", "kedudukan", "AN", "catatan", "Aman, hujan sore");
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(said(unsure)).contains("Beri tanda bahwa Anda sudah memeriksa", "Aman, hujan sore");

        var signed = press(
                camat,
                report,
                "segel",
                "kedudukan",
                "PLT",
                "jabatan",
                "Camat Kramatwatu",
                "nip",
                "197001012000031001",
                "catatan",
                "Aman, hujan sore",
                "sudah",
                "ya");
        assertThat(signed.statusCode()).as(said(signed)).isEqualTo(302);
        assertThat(page("camat", report).text())
                .contains("disegel", "Ditandatangani Cici Camat, Camat Kramatwatu", "Plt.", "Aman, hujan sore")
                .contains("✓ asli dan berlaku")
                .doesNotContain("Segel laporan kecamatan");
    }

    @Test
    void whatWasTypedWronglyIsSaidBesideItsField() {
        var report = signing();
        var wrong = press(
                browser("camat"),
                report,
                "segel",
                "kedudukan",
                "AN",
                "nip",
                "12",
                "sudah",
                "ya",
                "catatan",
                "Tetap ada");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"segel-nip-salah\"", "id=\"segel-atasnama-salah\"");
        assertThat(said(wrong)).contains("NIP harus 18 angka", "Tetap ada");
    }

    @Test
    void whoeverIsOvertakenIsToldByWhomAndLosesNothing() {
        var report = signing();
        var camat = browser("camat");
        assertThat(press(camat, report, "ulang").statusCode()).isEqualTo(302);
        var late = press(
                camat, report, "segel", "kedudukan", "DEFINITIVE", "jabatan", "Camat", "sudah", "ya", "langkah", "1");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(said(late)).contains("Angka dibekukan (versi 2)", "Cici Camat", "Buka versi 2");
        var second = flow.latest(EVENING, KRAMATWATU);
        assertThat(page("camat", second).text()).contains("Perubahan dari versi 1");
        assertThat(page("camat", report).text())
                .contains("Ini versi lama")
                .doesNotContain("Saya sudah memeriksa angka");
    }

    @Test
    void theDeskReturnsADistrictForwardsAndTheLeaderApproves() {
        flow.regencyCompiles();
        var district = flow.latest(EVENING, KRAMATWATU);
        var regency = flow.latest(EVENING, REGENCY);
        var desk = browser("desk");
        assertThat(page("desk", regency).text()).contains("✓ disegel", "Teruskan ke pimpinan", "Situasi terkendali");
        var none = press(desk, regency, "kembalikan", "alasan", "Angka TPS 2 belum benar");
        assertThat(none.statusCode()).isEqualTo(422);
        var returned = press(
                desk,
                regency,
                "kembalikan",
                "kecamatan",
                Long.toString(district.id()),
                "alasan",
                "Angka TPS 2 belum benar");
        assertThat(returned.statusCode()).as(said(returned)).isEqualTo(302);
        run();
        var again = flow.latest(EVENING, KRAMATWATU);
        assertThat(page("camat", again).text())
                .contains("Dikembalikan untuk diperbaiki: Angka TPS 2 belum benar", "versi 2");
        assertThat(sign(browser("camat"), again, "segel").statusCode()).isEqualTo(302);
        run();
        var second = flow.latest(EVENING, REGENCY);
        assertThat(second.version()).isEqualTo(2);
        assertThat(press(desk, second, "teruskan").statusCode()).isEqualTo(302);

        var leader = browser("sekda");
        assertThat(press(leader, second, "tolak", "alasan", "x").statusCode()).isEqualTo(422);
        assertThat(press(leader, second, "tolak", "alasan", "Jelaskan kejadian di Baros")
                        .statusCode())
                .isEqualTo(302);
        assertThat(page("desk", second).text()).contains("Pimpinan meminta desk memeriksa lagi: Jelaskan kejadian");
        press(desk, second, "teruskan");
        assertThat(sign(leader, second, "setujui").statusCode()).isEqualTo(302);
        assertThat(page("sekda", second).text()).contains("disetujui", "Ditandatangani Sekda Serang");
        run();
        assertThat(press(desk, second, "koreksi", "alasan", "Satu formulir terlambat masuk")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void othersReadOnlyAndStrangersDoNotEvenSeeIt() {
        var report = signing();
        var supervisor = page("pengawas", report);
        assertThat(supervisor.source()).doesNotContain("name=\"tindakan\"", "id=\"tindakan\"");
        assertThat(press(browser("pengawas"), report, "teruskan").statusCode()).isIn(403, 404);
        assertThat(press(browser("kecamatan"), report, "segel", "kedudukan", "DEFINITIVE", "sudah", "ya")
                        .statusCode())
                .isEqualTo(403);
        assertThat(day.as(port, "camat-baros").get(PAGE + report.id()).status()).isEqualTo(404);
        assertThat(day.as(port, "siti").get(PAGE + report.id()).status()).isEqualTo(403);
        assertThat(press(browser("camat"), report, "menari").statusCode()).isEqualTo(422);
    }

    @Test
    void whoMayNotKnowVotesReadsTheRest() {
        day.c1(port, "siti", "BUPATI", id.deskpilkada.SmallElection.MARGASANA_1, 321, 123);
        var report = signing();
        assertThat(page("desk", report).text()).contains("321");
        var verifier = page("budi", report).text();
        assertThat(verifier).contains("Perolehan suara tidak ditampilkan").doesNotContain("321");
    }

    @Test
    void aSignedScanIsPutBeside() {
        var report = signing();
        var empty =
                browser("camat").submit(PAGE + report.id(), PAGE + report.id() + "/lampiran", Map.of("jenis", "SCAN"));
        assertThat(empty.statusCode()).isEqualTo(422);
    }
}
