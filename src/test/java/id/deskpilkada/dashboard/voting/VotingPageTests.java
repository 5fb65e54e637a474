package id.deskpilkada.dashboard.voting;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Html;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class VotingPageTests {

    private static final String PAGE = "/desk/pemungutan?slot=10.00";

    @Autowired
    ReportedDay day;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    @Test
    void theFirstScreenSaysWhatOpenedHowManyCameWhetherItIsCalmAndWhoIsMissing() {
        var page = page("dewi", PAGE);
        assertThat(page.text())
                .contains("Pemungutan suara Kabupaten Serang")
                .contains("Sudah buka 4 dari 5 TPS (80,0 %) · 1 belum buka · 1 terlambat buka")
                .contains("Partisipasi laporan 10.00 37,5 % 360 pemilih di 2 TPS yang melapor · 1 perlu dicek")
                .contains(
                        "Keamanan Pemungutan terhenti 1 terhenti · 1 tidak kondusif · 1 perlu perhatian · 2 kondusif · 1 belum ada kabar")
                .contains("Belum lapor 10.00 1 4 dari 5 laporan masuk (80,0 %)");
        assertThat(page.source()).contains("Data cepat, bukan hasil resmi.");
    }

    @Test
    void everyPlaceIsCountedForItself() {
        assertThat(page("dewi", PAGE).section("h-places").rows())
                .filteredOn(row -> row.contains(" dari "))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "Kramatwatu Ada pemungutan yang terhenti 3 dari 3 0 3 3 dari 3 1 0 37,5 % dari 2 TPS 3 7"),
                        line -> assertThat(line)
                                .startsWith(
                                        "Baros Sebagian belum ada kabar buka 1 dari 2 0 0 1 dari 2 0 0 – 1 perlu dicek 0 7"));
        assertThat(page("dewi", PAGE + "&urut=belum").section("h-places").rows())
                .filteredOn(row -> row.contains(" dari "))
                .first()
                .asString()
                .startsWith("Baros");
        assertThat(page("dewi", PAGE + "&urut=masalah").section("h-places").rows())
                .filteredOn(row -> row.contains(" dari "))
                .first()
                .asString()
                .startsWith("Kramatwatu");
    }

    @Test
    void aVillageShowsItsPollingStations() {
        var rows = page("siti", PAGE).section("h-places").rows();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .matches("TPS 001 Sudah buka \\d\\d\\.\\d\\d – Masuk 240 dari 480 50,0 % 7 \\d\\d\\.\\d\\d"))
                .anySatisfy(
                        row -> assertThat(row)
                                .matches(
                                        "TPS 002 Perlu perhatian \\d\\d\\.\\d\\d Terlambat buka – Masuk 120 dari 480 25,0 % 7 .*"));
    }

    @Test
    void whatIsNotCalmStandsWithItsWordsTheGravestFirst() {
        var board = page("dewi", PAGE).section("h-security");
        assertThat(board.rows())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "TPS 001 Kramatwatu, Kramatwatu Pemungutan terhenti Tidak kondusif Dua kelompok bersitegang")
                                .endsWith("Budi Kramatwatu"),
                        line -> assertThat(line)
                                .startsWith(
                                        "TPS 002 Margasana, Kramatwatu Perlu perhatian Antrean panjang, kursi kurang"));
        assertThat(board.links()).contains("/desk/kejadian?region=36.04");
        assertThat(page("lina", PAGE).source()).doesNotContain("Siti Margasana", "Budi Kramatwatu");
        assertThat(page("dewi", PAGE).section("h-conditions").rows())
                .singleElement()
                .asString()
                .startsWith("Margasana, Kramatwatu Hujan Padam Kondusif Jalan tergenang");
    }

    @Test
    void aFigureToBeCheckedStandsApart() {
        assertThat(page("dewi", PAGE).section("h-held").rows())
                .singleElement()
                .asString()
                .startsWith("TPS 001 Baros, Baros 10.00 999 480");
        assertThat(page("dewi", "/desk/pemungutan?region=36.04.05").has("h-held"))
                .isFalse();
    }

    @Test
    void theCurveHasAPointForEverySlotAndTheRegencyBesideADistrict() {
        var curve = page("dewi", "/desk/pemungutan/kurva?region=36.04.05");
        assertThat(curve.rows())
                .contains("06.00 – – – 0", "07.30 192 1.440 13,3 % 3", "10.00 360 960 37,5 % 2", "12.00 – – – 0");
        assertThat(curve.source())
                .contains("class=\"curve-beside\"")
                .containsPattern("class=\"curve-line\" points=\"\\d+,\\d+ \\d+,\\d+\"");
        assertThat(page("camat", "/desk/pemungutan/kurva").source()).doesNotContain("curve-beside");
    }

    @Test
    void theTextsForWhatsAppNameNobody() {
        var text = client("dewi").get("/api/voting/situation.txt?slot=10.00");
        assertThat(http.withBasicAuth("dewi", ReportedDay.PASSWORD)
                        .getForEntity("/api/voting/situation.txt", String.class)
                        .getHeaders()
                        .getFirst("Content-Type"))
                .isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.text())
                .startsWith("*Situasi pemungutan suara*\nKabupaten Serang · Pilkada uji · R1\nKeadaan ")
                .containsPattern("\\d\\d\\.\\d\\d WIB · laporan 10\\.00")
                .contains("Laporan masuk: 4 dari 5 TPS (80,0 %), belum 1, dimaklumi 0")
                .contains("TPS sudah buka: 4 dari 5 (terlambat buka 1), sudah tutup 0")
                .contains("Pengguna hak pilih: 360 (37,5 % dari DPT 960) menurut 2 TPS yang melapor")
                .contains("Perlu dicek dan belum dijumlahkan: 1 TPS")
                .contains("- Kramatwatu: terhenti 1, tidak kondusif 1, perlu perhatian 1")
                .endsWith("Data cepat, bukan hasil resmi. Acuan tetap hasil KPU. Bukan KPU, bukan lembaga survei.");
        var page = page("dewi", PAGE);
        assertThat(page.section("h-situation").text()).contains("Pengguna hak pilih: 360");
        assertThat(page.section("h-missing").text()).contains("1 TPS belum lapor", SmallElection.BAROS_PRISON);
        for (var section : List.of("h-situation", "h-missing")) {
            assertThat(page.section(section).text()).doesNotContain("Siti", "0812", "+62");
            assertThat(page.section(section).links())
                    .anySatisfy(link -> assertThat(link).startsWith("https://wa.me/?text=*"));
        }
    }

    @Test
    void programsGetTheSameFigures() {
        var summary = client("dewi").get("/api/voting/summary?slot=10.00").body();
        assertThat(summary.path("name").asText()).isEqualTo("Kabupaten Serang");
        assertThat(summary.path("slots").findValuesAsText("state"))
                .containsExactly("OVER", "OVER", "OPEN", "AHEAD", "AHEAD");
        var reports = summary.path("reports");
        assertThat(reports.path("expected").asInt())
                .isEqualTo(reports.path("received").asInt()
                        + reports.path("late").asInt()
                        + reports.path("missing").asInt()
                        + reports.path("excused").asInt())
                .isEqualTo(5);
        assertThat(summary.path("turnout").path("voters").asInt()).isEqualTo(360);
        assertThat(summary.path("turnout").path("held").asInt()).isEqualTo(1);
        assertThat(summary.path("children").findValuesAsText("code")).containsExactly("36.04.05", "36.04.17");
        assertThat(summary.path("state").asText()).isEqualTo("HALTED");
        assertThat(client("dewi").get("/api/voting/summary").body().path("slot").asText())
                .isEqualTo("07.30");
        assertThat(client("dewi").get("/api/voting/summary?slot=09.00").status())
                .isEqualTo(422);
    }

    @Test
    void everybodySeesTheirOwnPlaceAndAgenciesNone() {
        assertThat(page("camat", PAGE).text()).contains("Kramatwatu").doesNotContain("Baros");
        for (var path : List.of(
                "/desk/pemungutan",
                "/desk/pemungutan/angka",
                "/desk/pemungutan/kurva",
                "/api/voting/summary",
                "/api/voting/situation.txt")) {
            for (var region : List.of("36.04", "36.04.17")) {
                assertThat(client("camat").get(path + "?region=" + region).status())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(client("bima").get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theMapHasALayerOfTheDayForThoseWhoMaySeeIt() {
        var map = page("dewi", "/desk/peta?lapis=pemungutan");
        assertThat(map.attribute("data-state", "data-code", "36.04.05")).isEqualTo("HALTED");
        assertThat(map.attribute("data-state", "data-code", "36.04.17")).isEqualTo("OPENING");
        assertThat(page("bima", "/desk/peta").text()).doesNotContain("Pemungutan");
        assertThat(client("bima").get("/desk/peta?lapis=pemungutan").status()).isEqualTo(403);
        assertThat(client("bima").get("/api/map/stations?layer=voting").status())
                .isEqualTo(403);
    }

    @Test
    void theFrontPageCountsTheSlotThatMattersNow() {
        var front = page("dewi", "/desk");
        assertThat(front.section("h-children").text()).startsWith("Per wilayah: Pemungutan 07.30");
        assertThat(front.section("h-children").rows())
                .contains("Semua 3 dari 5 2 3 2", "Kramatwatu 3 dari 3 0 3 2", "Baros 0 dari 2 2 0 0");
        assertThat(front.section("h-late").text()).startsWith("Lewat batas");
        assertThat(front.section("h-day").text()).contains("batas laporan pemungutan 10.00");
    }

    @Test
    void theDashboardShowsTheDayUntilCountingBegins() {
        var desk = page("dewi", "/desk/suara");
        assertThat(desk.section("h-voting").text())
                .contains("Sudah buka 4 dari 5 TPS", "Belum lapor 07.30 2 3 dari 5 laporan masuk");
        assertThat(desk.section("h-voting").links())
                .contains("/desk/pemungutan?region=36.04&election=pilkada-uji&round=R1#keamanan");
        assertThat(desk.section("h-reports").rows())
                .anySatisfy(row -> assertThat(row).matches("Pemungutan 07.30 batas .* 5 0 3 2 2 lewat batas 0"))
                .anySatisfy(row -> assertThat(row).matches("Pemungutan 10.00 batas .* 5 4 0 1 0"));
        assertThat(desk.section("h-reports").links())
                .contains("/desk/belum-lapor?kind=VOTING&slot=10.00&region=36.04&election=pilkada-uji&round=R1");
        assertThat(desk.source()).containsSubsequence("h-voting", "h-reports", "h-votes");
    }

    @Test
    void thePartsOfAnOpenPageAreServedAlone() {
        var part = page("dewi", "/desk/pemungutan/angka?slot=10.00").source();
        assertThat(part)
                .contains("Sudah buka", "id=\"peta-tabel\" hx-swap-oob=\"innerHTML\"", "Kramatwatu")
                .doesNotContain("<html", "<body");
    }

    private Html page(String username, String path) {
        var answer = client(username).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new Html(answer.text());
    }

    private DeskClient client(String username) {
        return day.client(port, username);
    }
}
