package id.deskpilkada.incident.file;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.CAMAT_OF_BAROS;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Incidents as lists for spreadsheets and maps, and one of them on paper. */
@WholeApplication
class IncidentFileTests {

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    long incident;

    @BeforeEach
    void aFloodThatBpbdHandles() {
        day.begin();
        told(
                "DISASTER",
                "Air setinggi lutut \uD83C\uDF0A\uD83D\uDC4D\uD83C\uDFFD " + "banjir di halaman TPS ".repeat(170));
        incident = day.newest();
        decide("/triage", "{\"severity\": 3, \"agencies\": [\"bpbd\", \"polri\"], \"note\": \"Perahu diminta\"}");
        answer(BPBD, "progress", "{\"state\": \"ARRIVED\"}");
    }

    private void told(String category, String words) {
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                DeskClient.JSON
                        .createObjectNode()
                        .put("category", category)
                        .put("description", words)
                        .toString());
    }

    private void decide(String act, String body) {
        assertThat(day.as(port, DESK)
                        .post("/api/incidents/" + incident + act, body)
                        .status())
                .isEqualTo(204);
    }

    private void answer(String agency, String act, String body) {
        assertThat(day.as(port, agency)
                        .post("/api/dispatches/" + day.dispatch(incident, agency) + "/" + act, body)
                        .status())
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> file(String username, String path) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((username + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Basic " + credentials)
                                    .build(),
                            BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String paper(String username) throws IOException {
        var answer = file(username, "/desk/kejadian/" + incident + "/berkas.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/incident-" + username + ".pdf"), answer.body());
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String csv(String username, String question) throws IOException {
        return new String(file(username, "/api/incidents.csv" + question).body(), StandardCharsets.UTF_8);
    }

    @Test
    void thePaperTellsEverythingInOrderOnEveryPage() throws IOException {
        decide("/notes", "{\"note\": \"Warga dievakuasi\"}");
        answer(BPBD, "close", "{\"outcome\": \"Pompa terpasang\"}");
        var text = paper(DESK);
        assertThat(text)
                .contains("Berkas kejadian K-" + incident + ": Bencana, TPS 001 Margasana", MARGASANA_1)
                .contains("Air setinggi lutut □□ banjir di halaman")
                .contains("Siti Margasana", "Waktu tanggap", "BPBD: ditugaskan sampai menjawab", "tepat waktu")
                .contains("Pompa terpasang", "Perahu diminta", "Warga dievakuasi")
                .contains("Diekspor oleh Dewi Desk")
                .contains("Halaman 1 dari", "Halaman 2 dari", "Data cepat, bukan hasil resmi");
        assertThat(text.split("Diekspor oleh Dewi Desk", -1).length - 1)
                .as("on each page")
                .isEqualTo(text.split("Halaman \\d+ dari", -1).length - 1)
                .isGreaterThan(1);
        assertThat(day.rows("SELECT action || ' ' || object FROM desk.audit_entry WHERE action = 'incident.exported'"))
                .containsExactly("incident.exported K-" + incident);
    }

    @Test
    void anAgencyGetsItsOwnPartAndOthersNothing() throws IOException {
        assertThat(paper(BPBD))
                .contains("hanya memuat penugasan", "BPBD", "Air setinggi lutut")
                .doesNotContain("Siti Margasana", "Polri", "Perahu diminta");
        assertThat(file(CAMAT_OF_BAROS, "/desk/kejadian/" + incident + "/berkas.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void wordsAboutHealthLeaveOnlyByTheHandOfTheDesk() throws IOException {
        told("HEALTH", "Pak Sardi kejang");
        incident = day.newest();
        assertThat(paper(DESK)).contains("Pak Sardi kejang", "UU 27/2022");
        assertThat(paper(CAMAT)).contains("tidak disertakan").doesNotContain("Sardi");
        assertThat(csv(DESK, "?category=HEALTH")).contains("K-" + incident).doesNotContain("Sardi");
    }

    @Test
    void theListHasTheFiltersAndTheReachOfThePage() throws IOException {
        told("FIRE", "=1+1");
        assertThat(csv(DESK, "").lines()).hasSize(3);
        assertThat(csv(DESK, "?state=HANDLING&severity=3").lines()).hasSize(2);
        assertThat(csv(DESK, "?category=FIRE")).contains("'=1+1");
        assertThat(csv(DESK, "?region=36.04.17").lines()).hasSize(1);
        assertThat(csv(CAMAT_OF_BAROS, "").lines()).hasSize(1);
        assertThat(csv(BPBD, "")).contains("K-" + incident, "bpbd").doesNotContain("polri", "K-" + (incident + 1));
        assertThat(file(DESK, "/api/incidents.xlsx?state=APA").statusCode()).isEqualTo(422);
        assertThat(csv(DESK, "").lines().findFirst().orElse(""))
                .startsWith("number,code,place,category,severity,state,observedAt")
                .contains("secondsToAcknowledge", "placeDoubtful");
    }

    @Test
    void theMapFileFlagsADoubtfulPlace() throws IOException {
        told("FIRE", "Asap");
        installation
                .asOwner()
                .update(
                        "UPDATE desk.incident SET lat = -6.21, lng = 106.125, place_doubtful = true WHERE category = 'FIRE'");
        var answer = file(DESK, "/api/incidents.geojson");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        JsonNode features = DeskClient.JSON.readTree(answer.body()).path("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).path("type").asText()).isEqualTo("Feature");
        var fire = features.get(1);
        assertThat(fire.path("properties").path("placeDoubtful").asBoolean()).isTrue();
        assertThat(fire.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(106.125);
        assertThat(features.get(0)
                        .path("properties")
                        .path("secondsToAcknowledge")
                        .isIntegralNumber())
                .isTrue();
    }
}
