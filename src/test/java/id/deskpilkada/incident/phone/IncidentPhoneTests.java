package id.deskpilkada.incident.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Incidents from a telephone: one tap and one confirmation, the catalogue, bad input that loses nothing, and what became of it. */
@WholeApplication
class IncidentPhoneTests {

    private static final String HERE = "/lapangan/kejadian";

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    Browser phone;

    @BeforeEach
    void theDay() {
        day.begin();
        phone = new Browser(port).signIn(REPORTER, People.PASSWORD);
    }

    private String sent(String action, Map<String, String> fields) {
        var answer = phone.submit(HERE, action, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        dispatcher.drain();
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private List<String> incidents() {
        return day.rows(
                "SELECT severity || ' ' || category || ' ' || area || ' ' || description FROM desk.incident ORDER BY id");
    }

    @Test
    void oneTapAndOneConfirmationSendHelpAndTenTapsAreOneIncident() {
        var page = phone.get("/lapangan/ambulans?tps=" + MARGASANA_1);
        assertThat(page.headers().firstValue("Location").orElse("")).contains(HERE, "AMBULANS", MARGASANA_1);
        var fields = Map.of("id", UUID.randomUUID().toString(), "darurat", "AMBULANS", "tempat", MARGASANA_1);
        String address = sent(HERE + "/darurat", fields);
        for (int tap = 0; tap < 4; tap++) {
            assertThat(sent(HERE + "/darurat", fields)).isEqualTo(address);
        }
        sent(HERE + "/darurat", Map.of("darurat", "AMBULANS", "tempat", MARGASANA_1));
        assertThat(incidents()).containsExactly("4 HEALTH " + MARGASANA_1 + " Seseorang perlu ambulans.");
        assertThat(phone.get(address).body()).contains("K-" + day.newest(), "belum dinilai", "PSC 119");
        sent(HERE + "/darurat", Map.of("darurat", "KEBAKARAN", "tempat", MARGASANA_2));
        assertThat(incidents()).last().asString().startsWith("4 FIRE " + MARGASANA_2);
    }

    @Test
    void aChoiceSaysEnoughAndWordsAreKeptAsWritten() {
        var words = "Air naik 🌊\nsejak pagi";
        sent(HERE, Map.of("pilihan", "FLOOD", "tempat", MARGASANA_1));
        var address =
                sent(HERE, Map.of("pilihan", "FLOOD", "tempat", MARGASANA_2, "uraian", words.replace("\n", "\r\n")));
        assertThat(incidents())
                .containsExactly(
                        "3 DISASTER " + MARGASANA_1 + " Banjir", "3 DISASTER " + MARGASANA_2 + " Banjir\n" + words);
        assertThat(day.rows("SELECT choice FROM desk.incident")).containsOnly("FLOOD");
        phone.submit(address, address, Map.of("uraian", "Sudah setinggi lutut"));
        dispatcher.drain();
        assertThat(incidents()).hasSize(2);
        assertThat(day.steps(day.newest())).contains("ADDED");
        day.as(port, DESK).post("/api/incidents/" + day.newest() + "/reject", "{\"reason\": \"Sudah surut\"}");
        assertThat(phone.get(address).body()).contains("Tidak ditindaklanjuti: Sudah surut");
        assertThat(phone.get(HERE).body()).contains("Laporan kejadian saya", "Sudah surut", "belum dinilai");
    }

    @Test
    void badInputIsToldBesideItsFieldAndNothingIsLost() {
        var longText = "x".repeat(4_001);
        var refused = phone.submit(HERE, HERE, Map.of("uraian", longText, "pilihan", "BRAWL", "tempat", MARGASANA_1));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("4.001 huruf, paling banyak 4.000", longText);
        assertThat(phone.submit(HERE, HERE, Map.of("tempat", MARGASANA_1)).body())
                .contains("Pilih apa yang terjadi.");
        assertThat(phone.submit(HERE, HERE, Map.of("tempat", MARGASANA_1, "uraian", "Ribut"))
                        .body())
                .contains("Pilih juga jenisnya", "Ribut");
        assertThat(phone.submit(HERE, HERE, Map.of("pilihan", "BRAWL")).body()).contains("Pilih tempat kejadiannya.");
        assertThat(phone.submit(HERE, HERE, Map.of("pilihan", "BRAWL", "tempat", MARGASANA_1, "jam", "pagi"))
                        .body())
                .contains("tidak dapat dibaca");
        assertThat(phone.submit(HERE, HERE, Map.of("pilihan", "BRAWL", "tempat", BAROS_1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(incidents()).isEmpty();
        election.load("polling-stations", "kode_tps,alamat,lat,lng\n" + MARGASANA_1 + ",Balai desa,-6.0642,106.1358\n");
        var address =
                sent(HERE, Map.of("pilihan", "BRAWL", "tempat", MARGASANA_1, "lat", "3.5951950", "lng", "98.672223"));
        assertThat(phone.get(address).body()).contains("jauh dari tempat yang dilaporkan");
    }

    @Test
    void camatReportTooAndNobodyReadsTheReportOfSomebodyElse() {
        var camat = new Browser(port).signIn(CAMAT, People.PASSWORD);
        var answer = camat.submit(HERE, HERE, Map.of("pilihan", "POWER_OUT", "tempat", MARGASANA_1));
        assertThat(answer.statusCode()).isEqualTo(302);
        dispatcher.drain();
        assertThat(incidents()).hasSize(1);
        var address = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(phone.get(address).statusCode()).isEqualTo(404);
        assertThat(camat.get(address).body()).contains("K-" + day.newest());
        assertThat(new Browser(port)
                        .signIn(IncidentDay.BPBD, People.PASSWORD)
                        .get(HERE)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePageFitsAPhoneAndKeepsWhatIsTypedOverAReload() {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.contact (kind, name, area, phone, confirmed_at, confirmed_by_name) VALUES ('AMBULANS', 'PSC Serang', '3604', '119', now(), 'Uji'), ('DAMKAR', 'Damkar', '3604', '113', now(), 'Uji')");
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop(REPORTER);
            page.setViewportSize(320, 568);
            chromium.open(page, HERE);
            assertThat(page.locator(".aid-tel a")).hasCount(3);
            assertThat(bottom(page, ".aid-now summary >> nth=1")).isLessThanOrEqualTo(568);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            chromium.picture(page, "kejadian-320");
            page.setViewportSize(390, 844);
            page.locator("label:has([value=FLOOD])").click();
            page.locator("#tempat").selectOption(MARGASANA_1);
            page.locator("form[data-lapor=biasa] [name=photos]")
                    .setInputFiles(new FilePayload("air.png", "image/png", FormDay.photo("Banjir", List.of())));
            assertThat(page.locator("[data-thumbs] li")).containsText("air.png ✓");
            page.locator("#uraian").fill("Setinggi lutut");
            page.reload();
            assertThat(page.locator("#uraian")).hasValue("Setinggi lutut");
            chromium.picture(page, "kejadian-390-draf");
            page.context().setOffline(true);
            page.locator("form[data-lapor=biasa] .aid-send button").click();
            assertThat(page.locator("form[data-lapor=biasa] [data-status]")).containsText("tersimpan di HP ini");
            page.context().setOffline(false);
            assertThat(page.locator("h1")).containsText("sudah diterima");
            dispatcher.drain();
            page.reload();
            assertThat(page.locator("h1")).containsText("K-" + day.newest());
            assertThat(page.locator(".aid-tel a")).hasCount(3);
            chromium.picture(page, "kejadian-390-terkirim");
            assertThat(day.rows("SELECT cardinality(photos)::text FROM desk.incident_report"))
                    .containsExactly("1");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void oneTapNeedsNoScripts() {
        try (var chromium = new Chromium(port)) {
            var page = chromium.open(chromium.phone(REPORTER), HERE);
            page.locator(".aid-red summary").click();
            chromium.picture(page, "kejadian-390-ambulans");
            page.locator(".aid-red button[value='" + MARGASANA_1 + "']").click();
            assertThat(page.locator("h1")).containsText("sudah diterima");
            dispatcher.drain();
            assertThat(incidents()).hasSize(1);
        }
    }

    private static double bottom(Page page, String selector) {
        var box = page.locator(selector).boundingBox();
        return box.y + box.height;
    }
}
