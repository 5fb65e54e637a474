package id.deskpilkada.incident.page;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static id.deskpilkada.staff.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the people of an agency find after signing in, and their answers. */
@WholeApplication
class AgencyPageTests {

    private static final String FLOOD =
            "{\"category\": \"DISASTER\", \"description\": \"Air naik\", \"lifeInDanger\": true, \"location\": {\"lat\": -6.06, \"lng\": 106.13}}";

    @Autowired
    IncidentDay day;

    @LocalServerPort
    int port;

    private long dispatch;
    private long incident;
    private Browser agency;

    @BeforeEach
    void aFlood() {
        day.begin();
        day.report(port, REPORTER, MARGASANA_1, FLOOD);
        incident = day.newest();
        dispatch = day.dispatch(incident, "bpbd");
        agency = new Browser(port).signIn(BPBD, PASSWORD);
    }

    private Html page() {
        var answer = agency.get("/instansi");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Html(answer.body());
    }

    private HttpResponse<String> press(String answer, String text) {
        return agency.submit("/instansi", "/instansi/" + dispatch, Map.of("jawaban", answer, "keterangan", text));
    }

    @Test
    void anAgencyArrivesAtItsWorkAndAnswersStepByStep() {
        var arrived = new Browser(port).signIn(BPBD, PASSWORD).get("/mulai");
        assertThat(arrived.headers().firstValue("Location").orElse("")).endsWith("/instansi");
        var page = page();
        assertThat(page.text())
                .contains(
                        "K-" + incident + " Bencana", "TPS 001 Margasana", "Air naik", "Kami terima", "nyawa terancam")
                .doesNotContain("Siti", "Selesai ditangani");
        assertThat(page.links()).anyMatch(link -> link.startsWith("geo:")).contains("/desk/kejadian/" + incident);
        for (var step : new String[] {"terima", "berangkat", "tiba"}) {
            assertThat(press(step, "").statusCode()).isEqualTo(302);
        }
        assertThat(page().text()).contains("di tempat", "Selesai ditangani").doesNotContain("Berangkat");
        var refused = press("selesai", "ok");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("field-error", ">ok</textarea>");
        press("selesai", "Warga dievakuasi");
        assertThat(page().source()).contains("Warga dievakuasi").doesNotContain("value=\"selesai\"");
        assertThat(day.steps(incident)).containsSubsequence("ACKNOWLEDGED", "ON_THE_WAY", "ARRIVED", "DONE");
        assertThat(press("tolak", "Terlambat").statusCode()).isEqualTo(409);
    }

    @Test
    void whatWaitsForAnAnswerComesFirstAndOthersWorkIsNotThere() {
        press("terima", "");
        day.report(port, REPORTER, MARGASANA_2, FLOOD.replace("Air naik", "Tanggul jebol"));
        day.report(
                port,
                "baros",
                BAROS_1,
                "{\"category\": \"SECURITY\", \"description\": \"Pisau\", \"lifeInDanger\": true}");
        var text = page().text();
        assertThat(text.indexOf("Tanggul jebol")).isBetween(0, text.indexOf("Air naik"));
        assertThat(text).doesNotContain("Pisau");
        assertThat(agency.get("/instansi/daftar").body())
                .contains("id=\"penugasan\"")
                .doesNotContain("<html");
    }

    @Test
    void nobodyAnswersForAnotherAgency() {
        var police = new Browser(port).signIn(POLICE, PASSWORD);
        assertThat(police.submit("/instansi", "/instansi/" + dispatch, Map.of("jawaban", "terima"))
                        .statusCode())
                .isEqualTo(404);
        var desk = new Browser(port).signIn(DESK, PASSWORD);
        assertThat(desk.get("/instansi").statusCode()).isEqualTo(403);
        assertThat(desk.submit("/desk", "/instansi/" + dispatch, Map.of("jawaban", "terima"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(day.steps(incident)).doesNotContain("ACKNOWLEDGED");
        assertThat(press("apa", "").statusCode()).isEqualTo(422);
    }
}
