package id.deskpilkada.fieldreport.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms as an app asks for them and keeps them. */
@WholeApplication
class FormsHttpTests {

    private static final String PASSWORD = "kata-sandi-uji";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void setUp() {
        installation.empty();
        election.withVoting();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                petugas,Petugas,tps-officer,3604052002001,%1$s
                siti,Siti,village-admin,36.04.05.2002,%1$s
                sekda,Sekda,leader,36.04,%1$s
                dokter,Dokter,health,36.04,%1$s
                """
                        .formatted(PASSWORD));
    }

    @Test
    void everybodyGetsTheFormsOfTheirOwnWork() throws Exception {
        assertThat(kinds("petugas"))
                .containsExactly(
                        "READINESS SITE",
                        "READINESS LOGISTICS",
                        "VOTING",
                        "C1 GUBERNUR",
                        "C1 BUPATI",
                        "C1_PHOTOS",
                        "INCIDENT");
        assertThat(kinds("siti")).contains("SITUATION").doesNotContain("VISIT");
        assertThat(kinds("sekda")).containsExactly("INCIDENT", "VISIT");
        var refused = get("dokter", "id", null);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asText()).isEqualTo("FORBIDDEN");
    }

    @Test
    void aFormSaysAllThatDrawsIt() throws Exception {
        var forms = json(get("petugas", "id", null)).path("forms");
        var voting = form(forms, "VOTING", null);
        assertThat(voting.path("needs")).extracting(JsonNode::asText).containsExactly("tps", "slot");
        assertThat(voting.path("slots")).extracting(JsonNode::asText).startsWith("06.00", "07.30");
        var closed = field(voting, "closedAt");
        assertThat(closed.path("label").asText()).isEqualTo("Tutup");
        assertThat(closed.path("slots")).extracting(JsonNode::asText).containsExactly("13.30");
        assertThat(field(voting, "voters.total").path("most").asInt()).isEqualTo(999);
        assertThat(voting.path("sums").get(0).path("refused").asBoolean()).isTrue();
        var c1 = form(forms, "C1", "BUPATI");
        var votes = field(c1, "votes.2");
        assertThat(votes.path("printed").asText()).isEqualTo("IV.2");
        assertThat(votes.path("line").asText()).isEqualTo("Calon D - Wakil D");
        var listed = field(c1, "voters.listed.female");
        assertThat(listed.path("column").asText()).isEqualTo("P");
        assertThat(listed.path("printed").asText()).isEqualTo("I.B.1");
        assertThat(c1.path("sums")).extracting(sum -> sum.path("rule").asText()).contains("E1", "E3", "E6", "E8");
        assertThat(c1.path("sums")).noneMatch(sum -> sum.path("refused").asBoolean());
        assertThat(field(form(forms, "READINESS", null), "kppsPresent")
                        .path("all")
                        .asInt())
                .isEqualTo(7);
        assertThat(form(forms, "READINESS", null).path("anyOf"))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .allMatch(path -> path.startsWith("items."));
        assertThat(field(form(forms, "INCIDENT", null), "description").path("unless"))
                .extracting(JsonNode::asText)
                .contains("needsAmbulance");
    }

    @Test
    void everyWordIsThereInBothLanguages() throws Exception {
        for (var language : List.of("id", "en")) {
            var words = json(get("siti", language, null));
            for (var key : List.of("title", "label", "heading", "line", "column", "hint", "text")) {
                assertThat(words.findValuesAsText(key))
                        .as(key)
                        .isNotEmpty()
                        .noneMatch(text -> text.isBlank() || text.matches("[a-z0-9]+\\.[\\w.-]+"));
            }
        }
    }

    @Test
    void anAppKeepsThemUntilTheyChange() throws Exception {
        var first = get("petugas", "id", null);
        var etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("W/\"[0-9a-f]{64}\"");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "no-cache");

        assertThat(get("petugas", "id", etag).statusCode()).isEqualTo(304);
        assertThat(get("petugas", "en", etag).statusCode()).isEqualTo(200);

        election.load("candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,2,Calon E - Wakil E\n");
        var renamed = get("petugas", "id", etag);
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.body()).contains("Calon E - Wakil E");
    }

    private List<String> kinds(String username) throws Exception {
        return StreamSupport.stream(
                        json(get(username, "id", null)).path("forms").spliterator(), false)
                .map(form -> (form.path("kind").asText() + " "
                                + form.path("stage").asText(form.path("race").asText()))
                        .strip())
                .toList();
    }

    private static JsonNode form(JsonNode forms, String kind, String race) {
        return StreamSupport.stream(forms.spliterator(), false)
                .filter(form -> form.path("kind").asText().equals(kind)
                        && (race == null || form.path("race").asText().equals(race)))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode field(JsonNode form, String path) {
        return StreamSupport.stream(form.path("sections").spliterator(), false)
                .flatMap(section -> StreamSupport.stream(section.path("fields").spliterator(), false))
                .filter(field -> field.path("path").asText().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String username, String language, String etag)
            throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/field/forms"))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", language);
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return DeskClient.JSON.readTree(answer.body());
    }
}
