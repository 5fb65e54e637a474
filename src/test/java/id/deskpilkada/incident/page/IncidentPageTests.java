package id.deskpilkada.incident.page;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.CAMAT_OF_BAROS;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static id.deskpilkada.staff.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.Browser;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of one incident without scripts: what each reader sees, every button, and what is refused without losing a word. */
@WholeApplication
class IncidentPageTests {

    private static final String BRAWL =
            "{\"category\": \"SECURITY\", \"description\": \"Ribut <b>besar</b> di depan TPS\"}";

    private static final String FLOOD =
            "{\"category\": \"DISASTER\", \"description\": \"Air naik\", \"lifeInDanger\": true, \"location\": {\"lat\": -6.06, \"lng\": 106.13}}";

    @Autowired
    IncidentDay day;

    @Autowired
    SmallElection election;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    private long incident;
    private Browser desk;

    @BeforeEach
    void aBrawl() {
        day.begin();
        incident = reported(MARGASANA_1, BRAWL);
        desk = new Browser(port).signIn(DESK, PASSWORD);
    }

    private long reported(String tps, String data) {
        assertThat(day.report(port, REPORTER, tps, data).status()).isEqualTo(201);
        return day.newest();
    }

    private Html page() {
        var answer = desk.get("/desk/kejadian/" + incident);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Html(answer.body());
    }

    private String version() {
        return page().attribute("value", "name", "versi");
    }

    /** Presses a button of the page as it stands now. */
    private HttpResponse<String> press(String act, String... fields) {
        return pressAt(version(), act, fields);
    }

    private HttpResponse<String> pressAt(String version, String act, String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("tindakan", act, "versi", version));
        for (int at = 0; at < fields.length; at += 2) {
            all.put(fields[at], fields[at + 1]);
        }
        return desk.submit("/desk/kejadian/" + incident, "/desk/kejadian/" + incident, all);
    }

    private void pressed(String act, String... fields) {
        var answer = press(act, fields);
        assertThat(answer.statusCode()).as(new Html(answer.body()).text()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("?selesai=" + act);
    }

    private String state() {
        return day.read(port, DESK, incident).at("/incident/state").asText();
    }

    @Test
    void theDeskSeesWhatHappenedWhoToldItAndWhomToCall() {
        var page = page();
        assertThat(page.text())
                .contains("K-" + incident + " Keamanan", "menunggu penilaian desk", "TPS 001 Margasana")
                .contains("Siti Margasana", "Pelapor", "Cici Camat", "nomor belum ada")
                .contains("Nilai kejadian", "belum diambil", "Riwayat");
        assertThat(page.source()).contains("Ribut &lt;b&gt;besar").doesNotContain("<b>besar");
        installation.asOwner().update("UPDATE desk.staff_member SET phone = '+6281234567890' WHERE username = 'siti'");
        assertThat(page().links()).contains("tel:+6281234567890", "https://wa.me/6281234567890");
        day.as(port, DESK).post("/api/tasks/" + taskId("triage-incident") + "/claim", "{}");
        assertThat(page().text()).contains("dipegang Dewi Desk");
    }

    private String taskId(String key) {
        return day.task(day.instance(incident), key).getId();
    }

    @Test
    void aDoubtfulPlaceIsShownAsSuchAndEveryTryIsListed() {
        election.load("polling-stations", "kode_tps,alamat,lat,lng\n" + MARGASANA_2 + ",Sekolah,-6.0662,106.1358\n");
        incident = reported(
                MARGASANA_2,
                "{\"category\": \"FIRE\", \"description\": \"Api\", \"location\": {\"lat\": -7.9, \"lng\": 112.6}}");
        assertThat(page().text()).contains("Lokasi meragukan");
        incident = reported(MARGASANA_1, FLOOD);
        var page = page();
        assertThat(page.links()).anyMatch(link -> link.startsWith("geo:-6.06,106.13"));
        assertThat(page.links()).anyMatch(link -> link.startsWith("https://www.openstreetmap.org/?mlat=-6.06"));
        var agencies = page.section("h-instansi").text();
        assertThat(agencies)
                .contains("BPBD", "belum dikonfirmasi", "Harus dikonfirmasi", "Desk diminta menelepon sejak")
                .contains("Kontak yang dicoba", "Bima BPBD (kanal pilihannya) dikirim", "belum gilirannya");
        assertThat(page.source()).contains("data-until=\"");
    }

    @Test
    void theWholeWayFromJudgementToTheEndAndBack() {
        pressed("nilai", "tingkat", "3", "instansi", "polri", "keterangan", "Dua kelompok");
        assertThat(day.task(day.instance(incident), "triage-incident"))
                .as("the task of that step is done")
                .isNull();
        pressed("kirim", "instansi", "bpbd");
        pressed("tingkat", "tingkat", "2", "keterangan", "Sudah tenang");
        pressed("catat", "keterangan", "Kapolsek di lokasi");
        pressed("terhenti");
        assertThat(page().text()).contains("KPU belum diteruskan");
        pressed("teruskan", "keterangan", "Bu Nia, KPU: dicatat");
        telephone("polri", "terima", "nama", "Pak Udin");
        telephone("polri", "tidak", "keterangan", "Tidak diangkat lagi");
        assertThat(page().text()).contains("Kabar berikutnya ditunggu");
        telephone("polri", "selesai", "nama", "Pak Udin", "keterangan", "Dibubarkan");
        telephone("bpbd", "tidak", "keterangan", "Tidak diangkat");
        assertThat(page().text())
                .contains("1 instansi masih menangani", "Pak Udin (Dewi Desk)", "Bu Nia, KPU: dicatat");
        assertThat(press("tutup", "keterangan", "Selesai").statusCode()).isEqualTo(409);
        telephone("bpbd", "selesai", "nama", "Bima", "keterangan", "Tidak diperlukan");
        pressed("tutup", "keterangan", "Damai", "korban", "2", "dilanjutkan", "2024-11-27T10:30");
        var whole = day.read(port, DESK, incident);
        assertThat(whole.path("hurtCount").asInt()).isEqualTo(2);
        assertThat(java.time.OffsetDateTime.parse(whole.path("votingResumedAt").asText())
                        .toInstant())
                .isEqualTo("2024-11-27T03:30:00Z");
        assertThat(page().text()).contains("Damai", "Buka lagi").doesNotContain("Tambah instansi");
        pressed("buka", "keterangan", "Ribut lagi");
        assertThat(state()).isEqualTo("REPORTED");
        assertThat(day.steps(incident))
                .containsSubsequence(
                        "TRIAGED", "SEVERITY_LOWERED", "NOTE", "PASSED_ON", "ASKED", "CALLED", "CLOSED", "REOPENED");
    }

    private void telephone(String agency, String said, String... more) {
        var fields =
                new java.util.ArrayList<>(List.of("penugasan", "" + day.dispatch(incident, agency), "jawaban", said));
        fields.addAll(List.of(more));
        pressed("telepon", fields.toArray(String[]::new));
    }

    @Test
    void whoDeclinesIsReplacedFromThePage() {
        pressed("nilai", "tingkat", "2", "instansi", "polri");
        var police = "" + day.dispatch(incident, "polri");
        telephone("polri", "tolak", "nama", "Pak Udin", "keterangan", "Bukan wilayah kami");
        assertThat(page().text()).contains("Polri menolak: tentukan pengganti");
        var refused = press("pengganti", "penugasan", police, "instansi", "", "keterangan", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        pressed("pengganti", "penugasan", police, "instansi", "bpbd");
        assertThat(day.steps(incident)).contains("REROUTED");
    }

    @Test
    void duplicatesAreOfferedAndMergedWithAllReporters() {
        long other = incident;
        incident = reported(MARGASANA_1, BRAWL.replace("besar", "lagi"));
        assertThat(page().section("h-serupa").text()).contains("K-" + other);
        pressed("gabung", "ke", "K-" + other);
        assertThat(state()).isEqualTo("MERGED");
        assertThat(page().links()).contains("/desk/kejadian/" + other);
        incident = other;
        assertThat(page().section("h-laporan").text()).contains("Laporan dan pelapor (2)", "dari K-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tolak | keterangan=ya | tolak-keterangan-salah | 422",
                "nilai | tingkat=9 | nilai-tingkat-salah | 422",
                "nilai | keterangan=tanpa tingkat | nilai-tingkat-salah | 422",
                "gabung | ke=K-999999 | gabung-ke-salah | 422",
                "gabung | ke=apa | gabung-ke-salah | 422",
                "catat | keterangan=  | catat-keterangan-salah | 422",
                "apa | keterangan=halo | - | 422",
            })
    void whatIsWrongStandsBesideItsFieldAndNothingIsLost(String act, String field, String fault, int status) {
        var parts = field.split("=", 2);
        var answer = press(act, parts[0], parts[1]);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (!fault.equals("-")) {
            assertThat(answer.body()).contains("id=\"" + fault + "\"");
        }
        assertThat(answer.body()).contains(parts[1]);
        assertThat(state()).isEqualTo("REPORTED");
    }

    @Test
    void aDecisionOnAnOutdatedViewIsRefusedWithWhatHasChangedAndKeepsTheText() {
        var seen = version();
        day.as(port, DESK)
                .post("/api/incidents/" + incident + "/triage", "{\"severity\": 3, \"agencies\": [\"polri\"]}");
        var answer = pressAt(seen, "tolak", "keterangan", "Ternyata latihan");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new Html(answer.body()).text())
                .contains("berubah sejak Anda membukanya", "Dinilai, tingkat", "Ditugaskan: ", "Ternyata latihan");
        assertThat(state()).isEqualTo("HANDLING");
        var again = new Html(answer.body()).attribute("value", "name", "versi");
        assertThat(pressAt(again, "tolak", "keterangan", "Ternyata latihan").statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatAnAgencyAnswersOutdatesAnEndButNoOtherDecision() {
        pressed("nilai", "tingkat", "3", "instansi", "polri");
        var seen = version();
        day.as(port, POLICE).post("/api/dispatches/" + day.dispatch(incident, "polri") + "/acknowledge", "{}");
        assertThat(pressAt(seen, "tolak", "keterangan", "Tidak ada apa-apa").statusCode())
                .isEqualTo(409);
        assertThat(pressAt(seen, "kirim", "instansi", "bpbd").statusCode()).isEqualTo(302);
    }

    @Test
    void readersSeeTheirPartAndOnlyTheDeskDecides() {
        incident = reported(MARGASANA_1, FLOOD);
        var camat = new Browser(port).signIn(CAMAT, PASSWORD);
        assertThat(camat.get("/desk/kejadian/" + incident).body())
                .contains("Siti Margasana")
                .doesNotContain("name=\"tindakan\"");
        assertThat(camat.submit(
                                "/desk/kejadian/" + incident,
                                "/desk/kejadian/" + incident,
                                Map.of("tindakan", "catat", "keterangan", "halo"))
                        .statusCode())
                .isEqualTo(403);
        var agency = new Browser(port).signIn(BPBD, PASSWORD);
        assertThat(agency.get("/desk/kejadian/" + incident).body())
                .contains("BPBD", "Air naik", "/instansi")
                .doesNotContain("Siti Margasana", "name=\"tindakan\"", "Polri", "PSC");
        for (var stranger : List.of(CAMAT_OF_BAROS, POLICE)) {
            var other = new Browser(port).signIn(stranger, PASSWORD);
            for (var part : List.of("", "/keadaan")) {
                assertThat(other.get("/desk/kejadian/" + incident + part).statusCode())
                        .as(stranger + part)
                        .isEqualTo(404);
            }
        }
        assertThat(camat.get("/desk/kejadian/" + incident + "/tindakan").statusCode())
                .isEqualTo(403);
        assertThat(desk.get("/desk/kejadian/999999").statusCode()).isEqualTo(404);
        assertThat(desk.get("/desk/kejadian/" + incident + "/keadaan").body())
                .contains("id=\"keadaan\"", "id=\"riwayat\"", "data-version")
                .doesNotContain("<html");
        assertThat(desk.get("/desk/kejadian/" + incident + "/tindakan").body()).contains("Nilai kejadian");
    }

    @Test
    void photosAreSeenByTheDeskAndByAgenciesThatWereSentAndByNobodyElse() {
        var sent = photo(REPORTER, "Kali meluap");
        incident = reported(MARGASANA_1, FLOOD.replace("}}", "}, \"photos\": [\"" + sent + "\"]}"));
        var typed = photo(DESK, "Difoto dari layar");
        day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"Tanggul\", \"lifeInDanger\": true, \"tps\": \"%s\", \"photos\": [\"%s\"]}"
                                .formatted(MARGASANA_2, typed));
        long typedIncident = day.newest();
        assertThat(page().links()).contains("/api/photos/" + sent);
        for (var hash : List.of(sent, typed)) {
            assertThat(seen(hash)).containsExactly(200, 200, 200, 404);
        }
        assertThat(day.read(port, BPBD, typedIncident).at("/photos/0").asText()).isEqualTo(typed);
        assertThat(day.as(port, POLICE).get("/api/photos/" + typed).status())
                .as("in the same area, but not sent")
                .isEqualTo(404);
    }

    private List<Integer> seen(String hash) {
        return java.util.stream.Stream.of(DESK, CAMAT, BPBD, CAMAT_OF_BAROS)
                .map(reader -> day.as(port, reader).get("/api/photos/" + hash).status())
                .toList();
    }

    private String photo(String sender, String title) {
        var bytes = FormDay.photo(title, List.of());
        var hash = DigestUtils.sha256Hex(bytes);
        assertThat(day.as(port, sender)
                        .putBytes("/api/photos/" + hash, "image/png", bytes)
                        .status())
                .isEqualTo(201);
        return hash;
    }

    @Test
    void aDispatchOfAnotherIncidentIsUnknownHere() {
        long brawl = incident;
        long flood = reported(MARGASANA_1, FLOOD);
        incident = brawl;
        var answer = press(
                "telepon", "penugasan", "" + day.dispatch(flood, "bpbd"), "jawaban", "terima", "nama", "Pak Udin");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(day.steps(flood)).doesNotContain("ACKNOWLEDGED");
    }
}
