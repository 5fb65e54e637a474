package id.deskpilkada.browser;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One incident in real browsers: the desk at its table, the agency at its telephone. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentInBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    IncidentDay day;

    private Chromium chromium;
    private long incident;

    @BeforeAll
    void open() {
        chromium = new Chromium(port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @BeforeEach
    void aFlood() {
        day.begin();
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"DISASTER\", \"description\": \"Air naik sampai ke kotak suara\", \"lifeInDanger\": true, \"location\": {\"lat\": -6.06, \"lng\": 106.13}}");
        incident = day.newest();
    }

    private static void appears(Page page, String text) {
        page.locator("text=" + text).first().waitFor();
    }

    @Test
    void theDeskJudgesTheAgencyAnswersOnItsPhoneAndTheDeskSeesItByItself() {
        var desk = chromium.open(chromium.desktop(DESK), "/desk/kejadian/" + incident);
        assertThat(desk.locator(".clock").first().textContent()).contains("sisa");
        desk.focus("#nilai input[name=tingkat][value='4']");
        for (int field = 0; field < 20 && !"BUTTON".equals(focused(desk)); field++) {
            desk.keyboard().press("Tab");
        }
        desk.keyboard().press("Enter");
        appears(desk, "Penilaian tersimpan");
        desk.click("summary:has-text('Catat telepon: BPBD')");
        var note = "#telepon-" + day.dispatch(incident, "bpbd") + " textarea";
        desk.fill(note, "Nada sibuk");

        var agency = chromium.phone(BPBD);
        assertThat(agency.url()).endsWith("/instansi");
        agency.click("button:has-text('Kami terima')");
        assertThat(agency.locator("[role=status].alert").textContent()).contains("tercatat di desk");
        fits(agency);
        chromium.picture(agency, "instansi");

        appears(desk, "Dikonfirmasi Bima BPBD");
        desk.locator("#berubah:visible").waitFor();
        assertThat(desk.inputValue(note)).as("what is being typed stays").isEqualTo("Nada sibuk");
        agency.fill("textarea[name=keterangan] >> nth=0", "Warga dievakuasi");
        agency.click("button:has-text('Selesai ditangani')");

        desk.click("[data-renew]");
        desk.locator("#tutup textarea").fill("Air surut, pemungutan dipindah ke balai desa");
        desk.click("button:has-text('Tutup kejadian ini')");
        appears(desk, "Kejadian ditutup");
        chromium.picture(desk, "kejadian-satu");
        assertThat(day.read(port, DESK, incident).at("/incident/state").asText())
                .isEqualTo("CLOSED");
        assertThat(chromium.failures()).isEmpty();
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.tagName");
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing hangs out at " + page.viewportSize().width + " px")
                .isEqualTo(true);
    }

    @Test
    void theLinkOfTheMessageFitsASmallOldPhone() {
        var token = day.rows("SELECT link FROM desk.message WHERE template = 'incident-dispatch' ORDER BY occasion")
                .get(0);
        var phone = chromium.at(token);
        for (int width : new int[] {390, 320}) {
            phone.setViewportSize(width, 640);
            fits(phone);
            var button = phone.locator("button:has-text('Kami terima')").boundingBox();
            assertThat(button.height).as("large enough for a thumb").isGreaterThanOrEqualTo(48);
        }
        chromium.picture(phone, "tautan");
        phone.click("button:has-text('Kami terima')");
        phone.click("summary:has-text('Bukan urusan kami')");
        phone.fill("#alasan-1", "x");
        phone.click("button:has-text('Tolak')");
        assertThat(phone.locator(".field-error").textContent()).contains("sedikitnya 3 huruf");
        assertThat(phone.inputValue("#alasan-1")).as("nothing is lost").isEqualTo("x");
        phone.fill("#hasil-1", "Warga dievakuasi");
        phone.click("button:has-text('Selesai ditangani')");
        appears(phone, "sudah berakhir");
        assertThat(chromium.at("/d/" + "x".repeat(40)).locator("main").textContent())
                .contains("Tautan ini tidak berlaku", "desk");
    }
}
