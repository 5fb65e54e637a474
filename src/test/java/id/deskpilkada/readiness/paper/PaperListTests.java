package id.deskpilkada.readiness.paper;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.browser.FormDay.ADMIN;
import static id.deskpilkada.browser.FormDay.DESK;
import static id.deskpilkada.browser.FormDay.DISTRICT_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.tierreport.TierDay;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Papers beside reports: what lies untyped, what never came on paper, what differs. */
@WholeApplication
class PaperListTests {

    private static final String C1 = "{\"kind\": \"C1\", \"slot\": \"C1\", \"race\": \"BUPATI\"}";

    @Autowired
    FormDay day;

    @Autowired
    PaperReconciliation papers;

    @LocalServerPort
    int port;

    RoundRef round;

    @BeforeEach
    void anElectionDay() {
        round = day.begin();
    }

    @Test
    void eachTpsStandsWhereItsPaperAndItsReportPutIt() {
        assertThat(state(MARGASANA_1)).isEqualTo("NEITHER");

        day.form(port, ADMIN, MARGASANA_1, 120, 80);
        assertThat(state(MARGASANA_1)).isEqualTo("ONLINE");

        tick(MARGASANA_1);
        tick(KRAMATWATU_1);
        assertThat(state(MARGASANA_1)).isEqualTo("BOTH");
        assertThat(state(KRAMATWATU_1)).isEqualTo("PAPER");

        onPaper(KRAMATWATU_1, 90, 60);
        assertThat(state(KRAMATWATU_1)).isEqualTo("TYPED");
    }

    @Test
    void aPaperThatSaysTheSameIsTheSameAndOneThatDoesNotIsDifferent() {
        day.form(port, ADMIN, MARGASANA_1, 120, 80);
        day.form(port, ADMIN, MARGASANA_2, 110, 70);
        onPaper(MARGASANA_1, 120, 80);
        onPaper(MARGASANA_2, 111, 70);

        assertThat(state(MARGASANA_1)).isEqualTo("SAME");
        assertThat(state(MARGASANA_2)).isEqualTo("DIFFERENT");
    }

    @Test
    void theLastWordOfEachWayCounts() {
        onPaper(MARGASANA_1, 120, 80);
        day.form(port, ADMIN, MARGASANA_1, 121, 80);
        assertThat(state(MARGASANA_1)).isEqualTo("DIFFERENT");

        onPaper(MARGASANA_1, 121, 80);
        assertThat(state(MARGASANA_1)).isEqualTo("SAME");
    }

    @Test
    void aCheckInThatCameBothWaysIsNotCompared() {
        var tick = "{\"kind\": \"VOTING\", \"slot\": \"10.00\"}";
        as(DISTRICT_ADMIN).put("/api/paper-receipts/" + MARGASANA_1, tick);
        assertThat(state("kind=VOTING&slot=10.00", MARGASANA_1)).isEqualTo("PAPER");

        voting(MARGASANA_1, "");
        voting(MARGASANA_2, ", \"source\": \"PAPER\", \"onBehalfOf\": \"Linmas Pak Adi\"");
        assertThat(state("kind=VOTING&slot=10.00", MARGASANA_1)).isEqualTo("BOTH");
        assertThat(state("kind=VOTING&slot=10.00", MARGASANA_2)).isEqualTo("TYPED");
        assertThat(state("kind=VOTING&slot=12.00", MARGASANA_1)).isEqualTo("NEITHER");
    }

    @Test
    void theListIsCountedFilteredAndPagedInsideOnesArea() {
        day.form(port, ADMIN, MARGASANA_1, 120, 80);
        tick(MARGASANA_2);

        var ofTheDistrict = as(DISTRICT_ADMIN).get(list("region=36.04.05")).body();
        assertThat(ofTheDistrict.at("/counts/ONLINE").asInt()).isOne();
        assertThat(ofTheDistrict.at("/counts/PAPER").asInt()).isOne();
        assertThat(ofTheDistrict.at("/counts/DIFFERENT").asInt()).isZero();
        assertThat(ofTheDistrict.get("total").asInt()).isEqualTo(3);
        assertThat(as(DISTRICT_ADMIN).get(list("state=PAPER")).body().findValuesAsText("tps"))
                .containsExactly(MARGASANA_2);
        assertThat(as(DESK).get(list("size=2&page=2")).body().findValuesAsText("tps"))
                .hasSize(1);
        assertThat(as(DISTRICT_ADMIN)
                        .get(list("region=36.04.17"))
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(as(ADMIN).get(list("")).status()).isEqualTo(403);
        assertThat(as(DESK).get("/api/paper-receipts?kind=VOTING&slot=11.00")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("PAPER_UNKNOWN");
    }

    @Test
    void theFileHoldsEveryTpsOnce() {
        onPaper(MARGASANA_1, 120, 80);
        var csv = as(DESK).get("/api/paper-receipts.csv?kind=C1&slot=C1&race=BUPATI")
                .text();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains(MARGASANA_1 + ",Margasana,", ",TYPED,PAPER,");
        assertThat(as(DISTRICT_ADMIN)
                        .get("/api/paper-receipts.csv?kind=C1&slot=C1&race=BUPATI&state=TYPED")
                        .text()
                        .lines())
                .hasSize(2);
    }

    @Test
    void aScannerTicksOnePaperAfterTheOtherOnThePage() {
        var browser = new Browser(port).signIn(DISTRICT_ADMIN, People.PASSWORD);
        var code = "http://localhost/lapangan#/isi?kind=C1&tps=" + MARGASANA_1 + "&race=BUPATI&slot=C1";
        assertThat(scanned(browser, code)).contains("Kertas diterima: C1 Bupati, TPS 001 Margasana.");
        assertThat(state(MARGASANA_1)).isEqualTo("PAPER");

        assertThat(scanned(browser, MARGASANA_2 + " voting")).contains("Pantauan 06.00", "Pantauan 13.30", "TPS 002");
        assertThat(scanned(browser, "salah ketik")).contains("Kode kertas tidak terbaca.");
        assertThat(as(DISTRICT_ADMIN).put("/api/paper-receipts/" + BAROS_1, C1).status())
                .isEqualTo(403);
    }

    private static String scanned(Browser browser, String code) {
        var answer = browser.submit("/desk/kertas", "/desk/kertas/terima", Map.of("kode", code));
        assertThat(answer.statusCode()).isEqualTo(302);
        var page = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return browser.get(page.getRawPath() + "?" + page.getRawQuery()).body();
    }

    @Test
    void aCodeIsReadWithoutItsQrImage() {
        assertThat(PaperCode.read(" 3604052002004  c1   bupati "))
                .isEqualTo(new PaperCode("3604052002004", ReportKind.C1, "BUPATI"));
        assertThatThrownBy(() -> PaperCode.read("3604052002004")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PaperCode.read("36040520020041 C1 BUPATI")).isInstanceOf(Problem.class);
    }

    private String state(String tps) {
        return state("kind=C1&slot=C1&race=BUPATI", tps);
    }

    private String state(String paper, String tps) {
        for (JsonNode line : as(DESK).get("/api/paper-receipts?" + paper).body().get("items")) {
            if (line.get("tps").asText().equals(tps)) {
                return line.get("state").asText();
            }
        }
        return "no line";
    }

    private static String list(String more) {
        return "/api/paper-receipts?kind=C1&slot=C1&race=BUPATI&" + more;
    }

    private void tick(String tps) {
        assertThat(as(DESK).put("/api/paper-receipts/" + tps, C1).status()).isEqualTo(200);
    }

    private void onPaper(String tps, int one, int two) {
        put(
                DISTRICT_ADMIN,
                "{\"kind\":\"C1\",\"race\":\"BUPATI\",\"tps\":\"%s\",\"observedAt\":\"%s\",\"source\":\"PAPER\",\"onBehalfOf\":\"Linmas Pak Adi\",\"data\":%s}"
                        .formatted(tps, Instant.now(), TierDay.form(one, two)));
    }

    private void voting(String tps, String more) {
        put(
                more.isEmpty() ? ADMIN : DISTRICT_ADMIN,
                "{\"kind\":\"VOTING\",\"slot\":\"10.00\",\"tps\":\"%s\",\"observedAt\":\"%s\"%s,\"data\":{\"voters\":{\"total\":50},\"security\":\"CALM\"}}"
                        .formatted(tps, Instant.now(), more));
    }

    private void put(String person, String report) {
        var answer = as(person).put("/api/field-reports/" + UUID.randomUUID(), report);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        day.drain();
    }

    private DeskClient as(String person) {
        return new DeskClient(port, person, People.PASSWORD);
    }
}
