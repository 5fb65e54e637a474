package id.deskpilkada.c1;

import static id.deskpilkada.browser.FormDay.ADMIN;
import static id.deskpilkada.browser.FormDay.DISTRICT_ADMIN;
import static id.deskpilkada.browser.FormDay.TPS;
import static id.deskpilkada.browser.FormDay.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.C1DataFixture;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;

/** What people in the field see and send with nothing but a browser. */
@WholeApplication
class FieldPagesTests {

    private static final int MOST_BYTES = 50 * 1024;
    private static final String FORM = "/lapangan/c1/BUPATI/" + TPS;
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    @Autowired
    FormDay day;

    @Autowired
    SmallElection election;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    Browser admin;

    @BeforeEach
    void begin() {
        day.begin();
        admin = browser(ADMIN);
    }

    Browser browser(String username) {
        return new Browser(port).signIn(username, People.PASSWORD);
    }

    @Test
    void aVillageAdminWithTwelveTpsAndTwoRacesSeesTwentyFourForms() {
        election.load(
                "polling-stations",
                IntStream.rangeClosed(3, 12)
                        .mapToObj("3604052002%03d,Balai desa"::formatted)
                        .collect(Collectors.joining("\n", "kode_tps,alamat\n", "\n")));
        var page = admin.get("/lapangan/daftar");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("24 formulir saya", "24 formulir menunggu Anda");
        assertThat(count(page.body(), "/lapangan/c1/")).isEqualTo(24);
        assertThat(page.body()).doesNotContain("3604172001001");
        assertThat(content(page)).doesNotContain("<script");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
        assertThat(count(admin.get("/lapangan/daftar?race=BUPATI").body(), "/lapangan/c1/"))
                .isEqualTo(12);
    }

    @Test
    void theFormStandsInTheOrderAndWordsOfThePaper() {
        var page = admin.get(FORM);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence(
                        "I. Data pemilih",
                        "name=\"dpt.male\"",
                        "B. Pengguna",
                        "name=\"voters.listed.male\"",
                        "Daftar Pemilih Pindahan (DPPh)",
                        "name=\"voters.movedIn.total\"",
                        "II. Data penggunaan surat suara",
                        "name=\"ballots.received\"",
                        "III. Data pemilih disabilitas",
                        "IV. Data rincian perolehan suara",
                        "Calon C - Wakil C",
                        "name=\"votes.1\"",
                        "V. Data suara sah",
                        "name=\"totalVotes\"");
        assertThat(content(page)).contains("inputmode=\"numeric\"").doesNotContain("<script");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
    }

    @Test
    void whatIsSentGetsAReceiptAndIsShownAsItStands() {
        var sent = send(admin, numbers());
        assertThat(sent.statusCode()).isEqualTo(302);

        var receipt = follow(admin, sent);
        assertThat(receipt.body()).contains("Isian sudah diterima.").doesNotContain("Lihat lagi kertasnya");
        assertThat(receipt.body()).containsPattern("[0-9A-Z]{5}-[0-9A-Z]{5}");

        day.drain();
        var page = admin.get(FORM).body();
        assertThat(page).contains("Yang sudah disalin", ">120<", "Foto menyusul");
        assertThat(admin.get("/lapangan/daftar").body()).contains("Foto menyusul", "Belum masuk");
    }

    @Test
    void aLetterIsRefusedAtItsFieldAndNothingTypedIsLost() {
        var wrong = numbers();
        wrong.put("votes.2", "9O");
        var answer = send(admin, wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"9O\" aria-invalid=\"true\"", "Isian ini bukan angka", "value=\"120\"");
        assertThat(count(answer.body(), "aria-invalid")).isEqualTo(1);
        assertThat(bytes(answer)).isLessThan(MOST_BYTES);
    }

    @Test
    void aSecondClickIsTheSameReport() {
        var fields = numbers();
        var first = send(admin, fields);
        var second = send(admin, fields);

        assertThat(first.headers().firstValue("Location"))
                .isEqualTo(second.headers().firstValue("Location"));
        assertThat(day.reports()).isEqualTo(1);
    }

    @Test
    void goingBackAndChangingANumberBecomesACorrectionWithAReason() {
        var fields = numbers();
        send(admin, fields);
        day.drain();
        fields.put("votes.1", "121");
        var conflict = send(admin, fields);

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Isian sebelumnya sudah diterima", "value=\"121\"", "name=\"reason\"");

        fields.put("id", id(conflict));
        fields.put("correction", "ya");
        assertThat(send(admin, fields).body()).contains("Tulis alasan perbaikan");
        fields.put("reason", "Salah lihat baris");
        assertThat(send(admin, fields).statusCode()).isEqualTo(302);
        day.drain();
        assertThat(admin.get(FORM).body()).contains(">121<").doesNotContain(">120<");
    }

    @Test
    void numbersThatDoNotAddUpAreTakenAndOnlyAskForAnotherLook() {
        var fields = numbers();
        fields.put("validVotes", "299");
        var page = follow(admin, send(admin, fields)).body();

        assertThat(page).contains("Lihat lagi kertasnya", "biarkan: yang disalin adalah yang tertulis");
        assertThat(page.toLowerCase(java.util.Locale.ROOT)).doesNotContain("kesalahan", "curang", "janggal");
    }

    @Test
    void blanksAreAllowed() {
        var fields = new HashMap<>(numbers());
        fields.keySet().removeIf(path -> path.startsWith("voters") || path.startsWith("ballots"));

        assertThat(send(admin, fields).statusCode()).isEqualTo(302);
        day.drain();
        assertThat(admin.get(FORM).body()).contains("–");
    }

    @Test
    void photosFollowSeparately() {
        send(admin, numbers());
        day.drain();
        var page =
                photos(ADMIN, FormDay.photo("C.Hasil", List.of("1: 120")), FormDay.photo("C.Hasil", List.of("2: 90")));
        assertThat(page).contains("2 foto sudah diterima.", "Nomor terima");

        day.drain();
        assertThat(admin.get(FORM).body()).contains("2 foto sudah diterima", "Diterima");
        assertThat(photos(ADMIN)).contains("Pilih dulu fotonya");
    }

    @Test
    void theDistrictTakesReportsDownForOthers() {
        var district = browser(DISTRICT_ADMIN);
        assertThat(district.get(FORM).body()).contains("Telepon", "Nama pelapor");
        assertThat(admin.get(FORM).body()).doesNotContain("Nama pelapor");

        var fields = numbers();
        fields.put("source", "PHONE");
        assertThat(send(district, fields).body()).contains("aria-invalid");
        fields.put("onBehalfOf", "Pak Slamet, KPPS 1");
        assertThat(send(district, fields).statusCode()).isEqualTo(302);
    }

    @Test
    void aVerifierGetsNoNumbersOnAnyPage() {
        send(admin, numbers());
        day.drain();
        photos(ADMIN, FormDay.photo("C.Hasil", List.of("1: 120")));
        day.drain();
        var verifier = browser(VERIFIER);

        assertThat(verifier.get("/lapangan/daftar").body()).contains("untuk pelapor");
        assertThat(verifier.get(FORM).statusCode()).isEqualTo(403);
        assertThat(verifier.get(FORM + "?perbaiki=ya").statusCode()).isEqualTo(403);
        assertThat(verifier.get("/desk/c1/BUPATI/" + TPS).body())
                .contains("belum ditampilkan")
                .doesNotContain(">120<", ">210<");
        var sheet = http.withBasicAuth(VERIFIER, People.PASSWORD)
                .getForObject("/api/c1/BUPATI/" + TPS + "/sheet", JsonNode.class);
        assertThat(sheet.path("withheld").asBoolean()).isTrue();
        assertThat(sheet.path("extent").asText()).isEqualTo("VOTES");
        assertThat(sheet.has("written")).isFalse();
        assertThat(sheet.has("comparison")).isFalse();
        assertThat(sheet.path("findings")).isEmpty();
        assertThat(sheet.path("photos")).hasSize(1);
        assertThat(sheet.path("sections").findValuesAsText("path"))
                .containsExactly("votes.1", "votes.2", "validVotes", "invalidVotes", "totalVotes");
    }

    @Test
    void theDeskSeesEveryVersionAndWhoSentIt() {
        send(admin, numbers());
        day.drain();
        var page = browser(FormDay.DESK).get("/desk/c1/BUPATI/" + TPS);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(">120<", "Siti Margasana mengirim isian", "Versi 1", "Belum ada foto");
    }

    Map<String, String> numbers() {
        var page = admin.get(FORM + "?perbaiki=ya");
        var fields = new HashMap<String, String>();
        fields.put("id", id(page));
        fields.put("observedAt", "2024-11-27T09:15:00Z");
        fields.put("correction", "tidak");
        fields.put("form", "PLANO");
        var written = C1DataFixture.cleanWith(
                "dpt.male", 241, "dpt.female", 239, "dpt.total", 480, "ballots.received", 492, "ballots.unused", 276);
        for (var path : C1Data.fieldPaths(List.of(1, 2))) {
            fields.put(path, String.valueOf(written.field(path)));
        }
        return fields;
    }

    private HttpResponse<String> send(Browser sender, Map<String, String> fields) {
        return sender.submit("/lapangan/daftar", FORM, fields);
    }

    private static HttpResponse<String> follow(Browser sender, HttpResponse<String> redirect) {
        var to = java.net.URI.create(redirect.headers().firstValue("Location").orElseThrow());
        return sender.get(to.getRawPath() + "?" + to.getRawQuery());
    }

    /** Answers the page that the browser is sent to. */
    private String photos(String username, byte[]... files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("id", java.util.UUID.randomUUID().toString());
        parts.add("observedAt", "2024-11-27T09:20:00Z");
        for (var file : files) {
            parts.add("photos", new ByteArrayResource(file) {
                @Override
                public String getFilename() {
                    return "halaman.png";
                }
            });
        }
        return http.withBasicAuth(username, People.PASSWORD).postForObject(FORM + "/foto", parts, String.class);
    }

    private static String id(HttpResponse<String> page) {
        var id = ID.matcher(page.body());
        assertThat(id.find()).as(page.body()).isTrue();
        return id.group(1);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** The page without its frame, whose menus have a script of their own. */
    private static String content(HttpResponse<String> page) {
        return page.body().substring(page.body().indexOf("<main"));
    }

    private static int bytes(HttpResponse<String> page) {
        return page.body().getBytes(StandardCharsets.UTF_8).length;
    }
}
