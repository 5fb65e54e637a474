package id.deskpilkada.dashboard.incident;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.CAMAT_OF_BAROS;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.LEADER;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The board as the desk, a camat, a leader and an agency meet it: a collapse at Margasana, a flood and a brawl at Baros. */
@WholeApplication
class BoardPageTests {

    private static final String PAGE = "/desk/kejadian";
    private static final Pattern CARD = Pattern.compile("<a data-card[^>]*href=\"([^\"]*)\"");

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private long flood;
    private long brawl;
    private long stuck;

    @BeforeEach
    void theDay() {
        day.begin();
        flood = told("DISASTER", "Air setinggi dada, dua orang terjebak", BAROS_1, ", \"lifeInDanger\": true");
        brawl = told("SECURITY", "Perkelahian di depan TPS", MARGASANA_1, ", \"votingHalted\": true");
        stuck = told("LOGISTICS", "Kotak suara belum datang", KRAMATWATU_1, "");
    }

    private long told(String category, String text, String tps, String more) {
        return day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"%s\", \"description\": \"%s\", \"tps\": \"%s\", \"caller\": \"Bu Ani 0812-3456-7890\"%s}"
                                .formatted(category, text, tps, more))
                .body()
                .path("id")
                .asLong();
    }

    private Html page(String username, String path) {
        var answer = day.as(port, username).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new Html(answer.text());
    }

    private void past(String table, String column, long incident) {
        installation
                .asOwner()
                .update(
                        "UPDATE desk." + table + " SET " + column + " = now() - interval '3 minutes' WHERE "
                                + (table.equals("dispatch") ? "incident_id" : "id") + " = ?",
                        incident);
    }

    @Test
    void theFirstScreenSaysWhatIsNotAnsweredWhatIsLateAndWhatWaits() {
        past("incident", "triage_by", brawl);
        var page = page(DESK, PAGE);
        assertThat(page.section("h-alarm").text())
                .contains("1 kejadian tingkat 4 belum dijawab", "K-" + flood + " Bencana , TPS 001 Baros");
        assertThat(page.text())
                .contains("1 tingkat 4 belum dijawab", "1 lewat waktu", "0 konfirmasi terlambat", "3 menunggu dinilai");
        var waiting = page.section("h-nilai").text();
        assertThat(waiting)
                .contains("4, nyawa terancam", "K-" + flood, "Penilaian", "sebelum", "Bu Ani ☎ 0812-3456-7890")
                .containsSubsequence("K-" + flood, "K-" + brawl);
        assertThat(page.section("h-tangani").text()).contains("Tidak ada.");
        assertThat(page.links()).contains("tel:+6281234567890", "/desk/kejadian/" + brawl);
        assertThat(page.text()).contains("Kejadian 3");
    }

    @Test
    void anAnsweredEmergencyIsNoAlarmAndMovesOn() {
        var desk = day.as(port, DESK);
        desk.post("/api/incidents/" + flood + "/triage", "{\"severity\": 4, \"agencies\": [\"bpbd\"]}");
        past("dispatch", "acknowledge_by", flood);
        assertThat(page(DESK, PAGE + "?hanya=konfirmasi").section("h-tangani").text())
                .contains("K-" + flood, "BPBD belum menjawab , lewat batas")
                .doesNotContain("K-" + brawl);
        day.rows("SELECT id::text FROM desk.dispatch WHERE incident_id = ?", flood)
                .forEach(id -> desk.post("/api/dispatches/" + id + "/acknowledge", "{\"by\": \"Pak Bima\"}"));
        var page = page(DESK, PAGE);
        assertThat(page.has("h-alarm")).isFalse();
        assertThat(page.section("h-tangani").text()).contains("K-" + flood, "BPBD diterima");
        assertThat(page(DESK, PAGE + "?hanya=konfirmasi").text()).contains("Tidak ada kejadian yang cocok");
    }

    @Test
    void everyFilterStandsInTheAddress() {
        for (var one : List.of(
                "tingkat=4 " + flood,
                "jenis=LOGISTICS " + stuck,
                "region=36.04.17 " + flood,
                "hanya=genting " + flood,
                "q=K-" + brawl + " " + brawl,
                "q=tps%201%20baros " + flood,
                "q=Margasana " + brawl,
                "q=" + KRAMATWATU_1 + " " + stuck,
                "q=kotak%20suara " + stuck)) {
            var parts = one.split(" ");
            assertThat(shown(page(DESK, PAGE + "?" + parts[0])))
                    .as(parts[0])
                    .containsExactly("/desk/kejadian/" + parts[1]);
        }
        day.as(port, DESK).post("/api/incidents/" + stuck + "/reject", "{\"reason\": \"Kotak sudah datang\"}");
        assertThat(shown(page(DESK, PAGE))).hasSize(2);
        assertThat(shown(page(DESK, PAGE + "?tahap=ditolak"))).containsExactly("/desk/kejadian/" + stuck);
        assertThat(shown(page(DESK, PAGE + "?tahap=apa&tingkat=9&jenis=X&hanya=Y")))
                .as("an old bookmark opens the board")
                .hasSize(2);
        assertThat(shown(page(DESK, PAGE + "?election=pilkada-uji&round=R1"))).hasSize(2);
        assertThat(day.as(port, DESK).get(PAGE + "?election=lain").status()).isEqualTo(422);
    }

    /** The cards, the gravest first; what the alarm above them names is never filtered. */
    private static List<String> shown(Html page) {
        return CARD.matcher(page.source()).results().map(card -> card.group(1)).toList();
    }

    @Test
    void aStageIsReadPageByPage() {
        for (int number = 0; number < 40; number++) {
            told("POWER_NETWORK", "Lampu padam " + number, MARGASANA_2, "");
        }
        var board = page(DESK, PAGE);
        assertThat(board.text()).contains("Lihat 33 lagi");
        assertThat(shown(board)).hasSize(10);
        var stage = page(DESK, PAGE + "?tahap=nilai");
        assertThat(shown(stage)).hasSize(30);
        assertThat(stage.text()).contains("Halaman 1 dari 2");
        assertThat(shown(page(DESK, PAGE + "?tahap=nilai&page=1")))
                .hasSize(13)
                .doesNotContainAnyElementsOf(shown(stage));
    }

    @Test
    void everybodySeesTheirOwn() {
        assertThat(shown(page(CAMAT, PAGE)))
                .containsExactlyInAnyOrder("/desk/kejadian/" + brawl, "/desk/kejadian/" + stuck);
        assertThat(shown(page(CAMAT_OF_BAROS, PAGE))).containsExactly("/desk/kejadian/" + flood);
        assertThat(shown(page(REPORTER, PAGE))).containsExactly("/desk/kejadian/" + brawl);
        assertThat(shown(page(LEADER, PAGE))).hasSize(3);
        assertThat(page(LEADER, PAGE).text()).doesNotContain("Catat kejadian");
        var bpbd = page(BPBD, PAGE);
        assertThat(shown(bpbd)).containsExactly("/desk/kejadian/" + flood);
        assertThat(bpbd.source()).doesNotContain("Bu Ani", "tel:+62812");
        assertThat(shown(page(POLICE, PAGE))).doesNotContain("/desk/kejadian/" + stuck);
        assertThat(day.as(port, CAMAT).get(PAGE + "?region=36.04.17").status()).isEqualTo(403);
    }

    @Test
    void theOpenPageFetchesItsBoardAlone() {
        var part = page(DESK, PAGE + "/papan").source();
        assertThat(part)
                .contains("id=\"papan\"", "data-now=\"", "data-unanswered=\"1\"", "data-alarm=\"K-" + flood)
                .doesNotContain("<html", "<nav class=\"wrap\"");
    }

    @Test
    void whoOfTheDeskLookedFirstIsTold() {
        page(CAMAT_OF_BAROS, PAGE + "/" + flood);
        assertThat(page(DESK, PAGE).source()).doesNotContain("data-opened");
        page(DESK, PAGE + "/" + flood);
        page(DESK, PAGE + "/" + flood);
        var page = page(CAMAT_OF_BAROS, PAGE);
        assertThat(page.source()).contains("data-opened=\"ya\"");
        assertThat(page.section("h-alarm").text()).contains("dibuka Dewi Desk");
    }

    @Test
    void formerAddressesAndOtherPagesLeadHere() {
        assertThat(page(DESK, "/desk").section("h-burns").text())
                .contains("Kejadian 3 belum selesai", "1 kejadian tingkat 4 belum dijawab", "K-" + flood, "K-" + brawl);
        var desk = page(DESK, "/desk/suara");
        assertThat(desk.section("h-incidents").text())
                .contains("Kejadian 3", "1 kejadian tingkat 4 belum dijawab", "K-" + flood);
        assertThat(desk.links()).contains("/desk/kejadian");
        var former = day.as(port, DESK).get("/desk/sinyal");
        assertThat(former.status()).isEqualTo(302);
    }

    @Test
    void theMapColoursEachPlaceByItsGravest() {
        var map = page(DESK, "/desk/peta?lapis=kejadian");
        assertThat(map.attribute("data-state", "data-code", "36.04.17")).isEqualTo("GRADE_4");
        assertThat(map.attribute("data-state", "data-code", "36.04.05")).isEqualTo("GRADE_3");
        assertThat(page(DESK, "/desk/peta?lapis=kejadian&region=36.04.05.2002")
                        .attribute("data-state", "data-code", MARGASANA_2))
                .isEqualTo("QUIET");
    }

    @Test
    void lateConfirmationsAreOneListInTasklist() {
        var list =
                filters.createFilterQuery().filterName("Konfirmasi terlambat").singleResult();
        assertThat(filters.count(list.getId())).isZero();
        tasks.createTaskQuery().taskDefinitionKey("confirm-dispatch").list().forEach(task -> {
            task.setDueDate(Date.from(Instant.now().minusSeconds(60)));
            tasks.saveTask(task);
        });
        assertThat(filters.count(list.getId()))
                .isEqualTo(day.rows("SELECT id::text FROM desk.dispatch").size());
    }

    @Test
    void theMapHasThoseInsideTheReadersArea() {
        installation
                .asOwner()
                .update("UPDATE desk.incident SET lat = -6.1, lng = 106.1, place_doubtful = id = ?", brawl);
        var points = day.as(port, CAMAT).get("/api/map/incidents").body().path("features");
        assertThat(points).hasSize(2);
        assertThat(points).allSatisfy(point -> {
            assertThat(point.at("/geometry/type").asText()).isEqualTo("Point");
            assertThat(point.at("/properties/name").asText()).doesNotContain("Baros");
        });
        assertThat(points.findValues("doubtful")).anyMatch(node -> node.asBoolean());
        assertThat(day.as(port, CAMAT).get("/api/map/incidents?region=36.04.17").status())
                .isEqualTo(403);
    }
}
