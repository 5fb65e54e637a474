package id.deskpilkada.dashboard.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ReadinessPageTests {

    @Autowired
    CheckedRegency regency;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        regency.begin(port);
    }

    @Test
    void theRegencyIsCountedByStateAndStage() {
        var page = page("dewi", "/desk/kesiapan");
        assertThat(page.text()).contains("Kesiapan TPS Kabupaten Serang");
        assertThat(page.section("h-states").text())
                .contains("0 dari 5 TPS siap", "Siap bersyarat 1", "Tidak siap 1", "Belum diperiksa 3");
        var stages = page.section("h-stages").text();
        assertThat(stages).contains("H-7 · Lokasi dan petugas", "2 dari 5", "H-1 · Logistik", "0 dari 5", "18.00 WIB");
        assertThat(page.section("h-children").rows())
                .satisfiesExactly(
                        line -> assertThat(line).matches("Kramatwatu 3 2 dari 3 .* 2 0 1 1"),
                        line -> assertThat(line).matches("Baros 2 0 dari 2 .* 0 0 0 0"));
    }

    @Test
    void whatIsOpenStandsWithItsOwner() {
        var page = page("dewi", "/desk/kesiapan");
        assertThat(page.section("kekurangan").rows()).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains("TPS 001", "Margasana", "Atap", "menghalangi pemungutan suara"));
        var owner = page.section("h-owners").links().get(0);
        assertThat(page("dewi", owner.substring(0, owner.indexOf('#')))
                        .section("kekurangan")
                        .rows())
                .isNotEmpty();
        assertThat(page("dewi", "/desk/kesiapan?pemilik=bpjs")
                        .section("kekurangan")
                        .text())
                .contains("Tidak ada kekurangan");
    }

    @Test
    void everybodySeesTheirOwnPlace() {
        assertThat(page("camat", "/desk/kesiapan").text()).contains("Kramatwatu");
        assertThat(page("camat", "/desk/kesiapan").text()).doesNotContain("Baros");
        var village = page("siti", "/desk/kesiapan");
        assertThat(village.section("h-stations").rows())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("TPS 001 Tidak siap Tidak siap Belum diperiksa Baik 1"),
                        line -> assertThat(line).startsWith("TPS 002 Siap bersyarat Siap bersyarat"));
        for (var path : new String[] {
            "/desk/kesiapan?region=36.04.17",
            "/desk/kesiapan?region=36.04",
            "/desk/kesiapan/angka?region=36.04",
            "/desk/kesiapan/tps/" + SmallElection.BAROS_1
        }) {
            assertThat(client("camat").get(path).status()).as(path).isEqualTo(403);
            assertThat(client("siti").get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(client("dewi").get("/desk/kesiapan/tps/3604052002099").status())
                .isEqualTo(404);
        assertThat(client("dewi").get("/desk/kesiapan?region=36.04.99").status())
                .isEqualTo(404);
    }

    @Test
    void theCallListNamesNumbersToWhoeverMayCall() {
        var desk = page("dewi", "/desk/kesiapan?region=36.04.05&slot=H-1").section("belum-lapor");
        assertThat(desk.rows()).filteredOn(row -> row.startsWith("TPS")).hasSize(3);
        assertThat(desk.links()).contains("tel:+6281211112222");
        var agency = page("bima", "/desk/kesiapan?region=36.04.05&slot=H-1").section("belum-lapor");
        assertThat(agency.text()).contains("Siti Margasana");
        assertThat(agency.links()).noneMatch(link -> link.startsWith("tel:"));
    }

    @Test
    void aStationTellsItsAnswersFollowUpsAndHistory() {
        regency.report(port, SmallElection.MARGASANA_1, "LAMPS");
        var page = page("siti", "/desk/kesiapan/tps/" + SmallElection.MARGASANA_1);
        assertThat(page.text()).contains("TPS 001 Margasana");
        assertThat(page.section("h-state").text()).contains("Keseluruhan Siap bersyarat", "Sinyal Baik");
        assertThat(page.section("h-followups").rows())
                .anySatisfy(line -> assertThat(line).contains("Lampu", "Belum selesai", "Penanggung jawab"))
                .anySatisfy(line -> assertThat(line).contains("Atap", "Selesai"));
        assertThat(page.section("h-SITE").rows())
                .contains("Lampu untuk penghitungan malam Tidak ada", "Atap atau tenda tersedia Ada");
        assertThat(page.section("h-versions").rows())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Lokasi dan petugas, laporan ke-2"),
                        line -> assertThat(line).startsWith("Lokasi dan petugas, laporan ke-1"));
        assertThat(page.section("h-history").text())
                .contains("Siti Margasana melaporkan Lokasi dan petugas lewat aplikasi", "Dilihat bersama KPPS");
    }

    @Test
    void theMapShowsTheSameStates() {
        var places = page("dewi", "/desk/peta");
        assertThat(places.attribute("data-state", "data-code", "36.04.05")).isEqualTo("NOT_READY");
        assertThat(places.attribute("data-state", "data-code", "36.04.17")).isEqualTo("UNCHECKED");
        var village = page("dewi", "/desk/peta?region=36.04.05.2002");
        assertThat(village.attribute("data-state", "data-code", "3604052002002"))
                .isEqualTo("CONDITIONAL");
        var points = client("siti").get("/api/map/stations").text();
        assertThat(points).contains("\"state\":\"NOT_READY\"", "\"state\":\"CONDITIONAL\"");
    }

    @Test
    void progressIsToldOverHttp() {
        var camat = client("camat");
        var site = camat.get("/api/progress?kind=READINESS&slot=H-7").body();
        assertThat(site.path("code").asText()).isEqualTo("36.04.05");
        assertThat(counts(site)).isEqualTo("expected 3 received 2 late 0 missing 1 overdue 0 excused 0");
        assertThat(counts(camat.get("/api/progress?kind=READINESS&slot=H-1").body()))
                .isEqualTo("expected 3 received 0 late 0 missing 3 overdue 0 excused 0");
        var children = client("siti").get("/api/progress?kind=READINESS&slot=H-7&region=36.04.05.2002");
        assertThat(children.body().path("children").findValuesAsText("received"))
                .containsExactly("1", "1");
        var missing = camat.get("/api/progress/missing?kind=READINESS&slot=H-7").body();
        assertThat(missing.path("items").findValuesAsText("tps")).containsExactly(SmallElection.KRAMATWATU_1);
        assertThat(camat.get("/api/progress?kind=READINESS&region=36.04").status())
                .isEqualTo(403);
        assertThat(camat.get("/api/progress/missing?kind=READINESS&region=36.04.17")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsMissingWhenItsTimeIsOverIsOverdueAndWhatComesThenIsLate() {
        installation.asOwner().update("UPDATE desk.expected_report SET due_at = now() - interval '1 hour'");
        regency.report(port, SmallElection.MARGASANA_1, "NOTHING");
        var site = client("dewi").get("/api/progress?kind=READINESS&slot=H-7").body();
        assertThat(counts(site)).isEqualTo("expected 5 received 2 late 0 missing 3 overdue 3 excused 0");
        assertThat(page("dewi", "/desk/kesiapan").section("belum-lapor").text()).contains("Lewat batas");
    }

    private static String counts(JsonNode progress) {
        var text = new StringBuilder();
        for (var name : new String[] {"expected", "received", "late", "missing", "overdue", "excused"}) {
            text.append(name).append(' ').append(progress.path(name).asInt()).append(' ');
        }
        return text.toString().strip();
    }

    private Html page(String username, String path) {
        var answer = client(username).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new Html(answer.text());
    }

    private DeskClient client(String username) {
        return regency.client(port, username);
    }
}
