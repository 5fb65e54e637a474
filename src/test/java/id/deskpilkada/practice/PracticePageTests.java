package id.deskpilkada.practice;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opening a practice, following it place by place, and wiping it, as people see it on pages. */
@WholeApplication
class PracticePageTests {

    private static final String PASSWORD = "kata-sandi-uji";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @LocalServerPort
    int port;

    DeskClient desk;

    @BeforeEach
    void aRealRoundRuns() {
        installation.empty();
        small.started();
        small.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi,hp
                siti,Siti Margasana,village-admin,36.04.05.2002,%1$s,081234567801
                joko,Joko Baros,village-admin,36.04.17.2001,%1$s,081234567802
                dewi,Dewi,desk,36.04,%1$s,081234567803
                tono,Tono,camat,36.04.05,%1$s,081234567805
                """
                        .formatted(PASSWORD));
        desk = client("dewi");
    }

    @Test
    void oneButtonOpensItAndTypingItsCodeWipesIt() {
        var browser = new Browser(port).signIn("dewi", PASSWORD);
        assertThat(browser.get("/setup/latihan").body()).contains("Mulai latihan");
        var opened = browser.submit("/setup/latihan", "/setup/latihan", Map.of("waktu", "sekarang", "jam", "3"));
        assertThat(opened.statusCode()).isEqualTo(302);
        var page = browser.get("/setup/latihan").body();
        assertThat(page).contains("GLADI-1", "Instansi tidak menerima SMS");
        assertThat(browser.submit("/setup/latihan", "/setup/latihan", Map.of("waktu", "sekarang", "jam", "13"))
                        .body())
                .contains("Lama latihan 1 sampai 12 jam");
        assertThat(browser.submit(
                                "/setup/latihan",
                                "/setup/latihan/hapus",
                                Map.of("election", "pilkada-uji", "round", "GLADI-1", "ketik", "hapus"))
                        .body())
                .contains("Ketik GLADI-1 persis");
        assertThat(browser.submit(
                                "/setup/latihan",
                                "/setup/latihan/hapus",
                                Map.of("election", "pilkada-uji", "round", "GLADI-1", "ketik", "gladi-1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/setup/latihan").body()).contains("Latihan yang sudah dihapus", "oleh Dewi");
    }

    @Test
    void progressIsToldByPlaceAndWhoHasNotPractisedIsCalled() {
        assertThat(desk.get("/desk/latihan").text()).contains("Tidak ada latihan yang berjalan");
        assertThat(desk.post("/api/practice", "{}").status()).isEqualTo(200);
        practise("siti");
        var told = desk.get("/api/practice-progress").body();
        assertThat(told.at("/whole/people").asInt()).isEqualTo(2);
        assertThat(told.at("/whole/practised").asInt()).isEqualTo(1);
        assertThat(told.at("/places").findValuesAsText("region")).containsExactly("36.04.05", "36.04.17");
        var villages = client("tono").get("/api/practice-progress").body();
        assertThat(villages.at("/places/0/region").asText()).isEqualTo("36.04.05.2002");
        assertThat(villages.at("/places/0/practised").asInt()).isEqualTo(1);
        assertThat(client("tono").get("/api/practice-progress?region=36.04.17").status())
                .isEqualTo(403);

        var page = desk.get("/desk/latihan").text();
        assertThat(page).contains("practice-band", "1 dari 2", "Joko Baros", "81234567802");
        assertThat(page).doesNotContain("Siti Margasana");
        assertThat(desk.get("/desk/latihan?semua=1").text()).contains("Siti Margasana", "Kejadian");
        var file = desk.get("/api/practice-progress/people.csv").text();
        assertThat(file)
                .contains("LATIHAN GLADI-1,36.04.05.2002,", "81234567802")
                .contains(",sudah,Kejadian");
        assertThat(desk.get("/desk/latihan?election=pilkada-uji&round=R1").status())
                .isEqualTo(409);
    }

    private void practise(String username) {
        var sent = client(username)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        """
                        {"kind": "INCIDENT", "election": "pilkada-uji", "round": "GLADI-1", "tps": "%s", "observedAt": "2024-11-27T10:00:00+07:00", "data": {"category": "FIRE", "description": "Api kecil di dapur."}}"""
                                .formatted(MARGASANA_1));
        assertThat(sent.status()).as(sent.text()).isIn(200, 201);
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }
}
