package id.deskpilkada.staff.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class DirectoryTests {

    static final String CONTACTS =
            """
            jenis,nama,wilayah,jabatan,telepon,wa,dikonfirmasi,keterangan
            DARURAT,Layanan 112,36.04,,112,,tidak,
            AMBULANS,PSC 119 Serang,36.04,,119,,ya,24 jam
            POLSEK,Polsek Kramatwatu,36.04.05,,(0254) 281234,0812-1111-2222,ya,
            PUSKESMAS,Puskesmas Kramatwatu,36.04.05,,0254 281777,,,
            PPS,Siti Aminah,36.04.05.2002,Ketua,081234567890,sama,ya,
            KPPS,Budi Santoso,3604052002001,Ketua,+62 813-1111-2222,,ya,
            POLSEK,Polsek Baros,36.04.17,,0254-555123,,ya,
            KPPS,Wati Baros,3604172001001,Ketua,0815 5555 6666,,ya,
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    Agencies agencies;

    @Autowired
    Contacts contacts;

    @LocalServerPort
    int port;

    private DeskClient admin;

    @BeforeEach
    void twoDistricts() {
        installation.empty();
        election.prepared();
        var people = new People(staff, secrets);
        people.add("camat", "Camat Kramatwatu", "camat@36.04.05");
        people.add("desa", "Admin Margasana", "village-admin@36.04.05.2002");
        people.add("meja", "Petugas Meja", "desk@36.04");
        people.add("petugas", "Petugas TPS", "tps-officer@" + SmallElection.MARGASANA_1);
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
    }

    @Test
    void everyBadRowIsNamedAndNothingIsWritten() {
        var answer = load(
                "contacts",
                """
                jenis,nama,wilayah,telepon,wa,dikonfirmasi
                WALI,Seseorang,36.04.05,0812-3456-7890,,
                PPS,Siti,36.04.99,0812-3456-7890,,
                PPS,Udin,36.04.05.2002,0254-12,,
                PPS,Ujang,36.04.05.2002,112,,
                PPS,Ani,36.04.05.2002,,0254-28,
                PPS,Eko,36.04.05.2002,,,ya
                PPS,,36.04.05.2002,,,
                PPS,Rina,36.04.05.2002,,,mungkin
                POLSEK,Polsek,36.04.05,,,
                polsek,POLSEK,360405,,,
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors"))
                .extracting(error ->
                        error.path("row").asInt() + " " + error.path("column").asText() + " "
                                + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "2 kind UNKNOWN_CONTACT_KIND",
                        "3 region UNKNOWN_SCOPE",
                        "4 phone UNUSABLE_NUMBER",
                        "5 phone SHORT_NUMBER_OF_PERSON",
                        "6 whatsapp UNUSABLE_NUMBER",
                        "7 confirmed NOTHING_TO_CONFIRM",
                        "8 name REQUIRED",
                        "9 confirmed NOT_YES_OR_NO",
                        "11 name DUPLICATE_ROW");
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM desk.contact", Long.class))
                .isZero();
    }

    @Test
    void aNumberThatChangesHasToBeConfirmedAnew() {
        imported();
        assertThat(load("contacts", CONTACTS).body().path("unchanged").asInt()).isEqualTo(8);
        assertThat(contact("meja", "PSC").path("confirmedBy").asText()).isEqualTo("Administrator");

        load("contacts", "jenis,nama,wilayah,telepon\nAMBULANS,psc 119 serang,36.04,0254-200119\n");

        var changed = contact("meja", "PSC");
        assertThat(changed.path("phone").isNull() || !changed.path("confirmed").asBoolean())
                .isTrue();
        assertThat(changed.path("call").isNull()).isTrue();
        assertThat(changed.path("note").asText()).isEqualTo("24 jam");
        assertThat(contacts.emergency("36.04.05")).extracting(Contact::name).doesNotContain("PSC 119 Serang");
        load("contacts", "jenis,nama,wilayah,aktif\nAMBULANS,PSC 119 Serang,36.04,tidak\n");
        assertThat(found("meja", "PSC")).isEmpty();
    }

    @Test
    void anUnconfirmedNumberIsNeverOfferedForACall() {
        imported();
        var puskesmas = contact("meja", "Puskesmas");
        assertThat(puskesmas.path("call").isNull()).isTrue();
        var page = new Browser(port)
                .signIn("desa", People.PASSWORD)
                .get("/desk/direktori")
                .body();
        assertThat(page)
                .contains(
                        "Puskesmas Kramatwatu", "belum dikonfirmasi", "tel:+62254281234", "https://wa.me/6281211112222")
                .doesNotContain("tel:112", "tel:+62254281777", ">112<", "0254-281777");

        var confirmed = client("meja")
                .post(
                        "/api/contacts/" + puskesmas.path("id").asLong() + "/confirmation",
                        "{\"numbers\": \"" + puskesmas.path("numbers").asText() + "\"}");

        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.body().path("call").asText()).isEqualTo("tel:+62254281777");
        assertThat(confirmed.body().path("confirmedBy").asText()).isEqualTo("Petugas Meja");
        assertThat(confirmed.body().path("confirmedAt").asText()).isNotBlank();
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.audit_entry WHERE action = 'contact.confirmed' AND username = 'meja'",
                                Long.class))
                .isEqualTo(1);
    }

    @Test
    void whoTriedAnOldNumberConfirmsNothing() {
        imported();
        var puskesmas = contact("meja", "Puskesmas");
        load("contacts", "jenis,nama,wilayah,telepon\nPUSKESMAS,Puskesmas Kramatwatu,36.04.05,0254-281999\n");

        var answer = client("meja")
                .post(
                        "/api/contacts/" + puskesmas.path("id").asLong() + "/confirmation",
                        "{\"numbers\": \"" + puskesmas.path("numbers").asText() + "\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo("CONTACT_CHANGED");
        assertThat(contact("meja", "Puskesmas").path("confirmed").asBoolean()).isFalse();
    }

    @Test
    void peopleAreFoundInsideOnesOwnAreaOnlyAndOfficesAboveItToo() {
        imported();

        assertThat(found("camat", ""))
                .containsExactlyInAnyOrder(
                        "Layanan 112",
                        "PSC 119 Serang",
                        "Polsek Kramatwatu",
                        "Puskesmas Kramatwatu",
                        "Siti Aminah",
                        "Budi Santoso");
        assertThat(found("desa", "kramatwatu")).contains("Polsek Kramatwatu", "Siti Aminah", "Budi Santoso");
        assertThat(found("camat", "Wati")).isEmpty();
        assertThat(client("camat")
                        .get("/api/contacts?region=36.04.17")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(found("meja", "0815 5555")).containsExactly("Wati Baros");
        assertThat(found("meja", "ketua kpps")).containsExactly("Budi Santoso", "Wati Baros");
        assertThat(client("petugas").get("/api/contacts").status()).isEqualTo(403);
        var theirs = contact("meja", "Polsek Baros").path("id").asLong();
        assertThat(client("camat")
                        .post("/api/contacts/" + theirs + "/confirmation", "{\"numbers\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(client("desa")
                        .post("/api/contacts/" + theirs + "/confirmation", "{\"numbers\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void lookingAtPeopleLeavesATrace() {
        imported();
        found("camat", "budi");
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT details ->> 'people' FROM desk.audit_entry WHERE action = 'contacts.viewed' AND username = 'camat'",
                                String.class))
                .containsExactly("1");
        found("camat", "puskesmas");
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.audit_entry WHERE action = 'contacts.viewed' AND username = 'camat'",
                                Long.class))
                .isEqualTo(1);
    }

    @Test
    void theNearestAgencyServesAnArea() {
        var answer = load(
                "agencies",
                """
                kode,wilayah,nama,saluran,dikonfirmasi
                bpbd,36.04,BPBD Serang,telepon 0254-200113; wa 081299998888,ya
                agency-bpbd,36.04.05,Pos BPBD Kramatwatu,telepon 0254-281113,tidak
                pln,36.04,PLN Serang,123,ya
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        assertThat(agencies.of("bpbd", SmallElection.MARGASANA_1)).hasValueSatisfying(agency -> {
            assertThat(agency.name()).isEqualTo("Pos BPBD Kramatwatu");
            assertThat(agency.callable()).isEmpty();
        });
        assertThat(agencies.of("bpbd", "36.04.17")).hasValueSatisfying(agency -> {
            assertThat(agency.name()).isEqualTo("BPBD Serang");
            assertThat(agency.callable()).hasValue(new CallNumber("+62254200113"));
        });
        assertThat(agencies.all("3604172001")).extracting(Agency::code).containsExactly("bpbd", "pln");
        assertThat(agencies.of("pmi", "36.04")).isEmpty();
        load("agencies", "kode,wilayah,nama,saluran\nbpbd,36.04,BPBD Serang,telepon 0254-200114\n");
        assertThat(agencies.of("bpbd", "36.04.17").orElseThrow().confirmed()).isFalse();
        var refused = load("agencies", "kode,wilayah,nama,saluran\nBP BD,36.04,BPBD,faks 1\n");
        assertThat(refused.body().path("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("MALFORMED_AGENCY_CODE", "UNUSABLE_CHANNEL");
    }

    @Test
    void theFieldPagesShowTheConfirmedEmergencyNumbersOfOnesOwnArea() {
        imported();
        var page = new Browser(port)
                .signIn("petugas", People.PASSWORD)
                .get("/lapangan/daftar")
                .body();
        assertThat(page)
                .contains("PSC 119 Serang", "tel:119", "Polsek Kramatwatu")
                .doesNotContain("Layanan 112", "Polsek Baros", "Siti Aminah");
    }

    @Test
    void aPosterShowsConfirmedNumbersOfItsPlaceInBigType() throws Exception {
        imported();
        load(
                "contacts",
                """
                jenis,nama,wilayah,telepon,dikonfirmasi
                DAMKAR,Damkar Kabupaten Serang,36.04,113,ya
                BPBD,Pusdalops BPBD Serang,36.04,0812-3456-7899,ya
                RUMAH-SAKIT,RSUD dr. Drajat Prawiranegara,36.04,(0254) 200528,ya
                POLISI,Polres Serang,36.04,110,ya
                """);
        var pdf = pdf("petugas", "/api/posters/" + SmallElection.MARGASANA_1 + ".pdf");
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/poster.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("NOMOR DARURAT", "TPS 001 Margasana", "119", "(0254) 281234")
                    .doesNotContain("112", "281777", "Siti");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(sizeOf(document, "(0254) 281234")).isGreaterThanOrEqualTo(36);
        }
        assertThat(client("petugas").get("/api/posters/36.04.17.pdf").status()).isEqualTo(403);
        installation.asOwner().update("UPDATE desk.contact SET confirmed_at = NULL");
        assertThat(client("camat").get("/api/posters/36.04.05.pdf").status()).isEqualTo(422);
    }

    @Test
    void thePageConfirmsAndTakesItBack() {
        imported();
        var id = Long.toString(contact("meja", "Puskesmas").path("id").asLong());
        var desk = new Browser(port).signIn("meja", People.PASSWORD);
        var fields = Map.of("id", id, "nomor", "+62254281777/", "q", "puskesmas");

        var confirmed = desk.submit("/desk/direktori", "/desk/direktori/konfirmasi", with(fields, "true"));
        assertThat(confirmed.body())
                .contains("Tersimpan: Puskesmas Kramatwatu", "tel:+62254281777", "Dikonfirmasi Petugas Meja");

        var doubted = desk.submit("/desk/direktori", "/desk/direktori/konfirmasi", with(fields, "false"));
        assertThat(doubted.body()).doesNotContain("tel:+62254281777");
    }

    /** In points. */
    private static float sizeOf(PDDocument document, String text) throws IOException {
        var sizes = new ArrayList<Float>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String written, List<TextPosition> positions) throws IOException {
                if (written.contains(text)) {
                    sizes.add(positions.get(0).getFontSizeInPt());
                }
                super.writeString(written, positions);
            }
        }.getText(document);
        return sizes.get(0);
    }

    private static Map<String, String> with(Map<String, String> fields, String confirmed) {
        var all = new java.util.HashMap<>(fields);
        all.put("sudah", confirmed);
        return all;
    }

    private void imported() {
        var answer = load("contacts", CONTACTS);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("created").asInt()).isEqualTo(8);
    }

    private DeskClient.Answer load(String kind, String csv) {
        return admin.upload("/api/imports/" + kind, kind + ".csv", csv);
    }

    private JsonNode contact(String username, String q) {
        return client(username)
                .get("/api/contacts?q=" + q.replace(" ", "%20"))
                .body()
                .path("items")
                .path(0);
    }

    private List<String> found(String username, String q) {
        var answer = client(username).get("/api/contacts?q=" + q.replace(" ", "%20"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("items").findValuesAsText("name");
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    private byte[] pdf(String username, String path) throws Exception {
        var credentials =
                Base64.getEncoder().encodeToString((username + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
