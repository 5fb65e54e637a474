package id.deskpilkada.staff.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@WholeApplication
class MeetingTests {

    private static final String MEETING =
            """
            {"subject": "Kesiapan logistik", "heldAt": "2024-11-18T09:00:00+07:00", "place": "Aula Setda", "chair": "Sekda",
             "participants": ["KPU", "Bawaslu", "Polres"], "summary": "Logistik tiba bertahap.",
             "decisions": [{"text": "KPU mengirim kotak suara ke TPS terpencil lebih dulu", "inCharge": "KPU", "dueOn": "2024-11-20"},
                           {"text": "Polres mengawal", "inCharge": "Polres", "dueOn": "2099-01-01"}]}""";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    MeetingMinutes minutes;

    @Autowired
    JdbcTemplate application;

    @LocalServerPort
    int port;

    private DeskClient desk;
    private DeskClient liaison;

    @BeforeEach
    void people() {
        installation.empty();
        election.regions();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Desk", "desk@36.04");
        people.add("kpu", "Penghubung KPU", "liaison@36.04");
        people.add("camat", "Camat", "camat@36.04.05");
        desk = new DeskClient(port, "siti", People.PASSWORD);
        liaison = new DeskClient(port, "kpu", People.PASSWORD);
    }

    @Test
    void aLiaisonReadsMeetingsAndWritesNone() {
        var id = recorded();

        var read = liaison.get("/api/meetings/" + id).body();
        assertThat(read.path("participants")).extracting(JsonNode::asText).containsExactly("KPU", "Bawaslu", "Polres");
        assertThat(read.path("decisions"))
                .extracting(decision -> decision.path("overdue").asBoolean())
                .containsExactly(true, false);
        var decision = read.path("decisions").path(0).path("id").asLong();
        assertThat(liaison.post("/api/meetings", MEETING).status()).isEqualTo(403);
        assertThat(liaison.post("/api/meetings/" + id + "/decisions", "{}").status())
                .isEqualTo(403);
        assertThat(liaison.post("/api/meetings/decisions/" + decision + "/progress", "{\"state\": \"DONE\"}")
                        .status())
                .isEqualTo(403);
        var page = new Browser(port)
                .signIn("kpu", People.PASSWORD)
                .get("/desk/rapat/" + id)
                .body();
        assertThat(page).contains("lewat tenggat").doesNotContain("Tambah keputusan", "Catat perkembangan");
        assertThat(new DeskClient(port, "camat", People.PASSWORD)
                        .get("/api/meetings")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyChangeAddsALineThatNobodyCanAlter() {
        var id = recorded();
        var decision = desk.get("/api/meetings/" + id)
                .body()
                .path("decisions")
                .path(0)
                .path("id")
                .asLong();

        var answer = desk.post(
                "/api/meetings/decisions/" + decision + "/progress",
                "{\"state\": \"IN_PROGRESS\", \"dueOn\": \"2024-11-22\", \"remark\": \"Truk baru ada Jumat\"}");
        desk.post("/api/meetings/decisions/" + decision + "/progress", "{\"state\": \"DONE\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        var after = desk.get("/api/meetings/" + id).body();
        assertThat(after.path("decisions").path(0).path("overdue").asBoolean()).isFalse();
        assertThat(after.path("history"))
                .extracting(line ->
                        line.path("what").asText() + " " + line.path("before").asText() + " "
                                + line.path("after").asText())
                .containsSequence(
                        "STATE OPEN IN_PROGRESS",
                        "DUE_ON 2024-11-20 2024-11-22",
                        "REMARK null Truk baru ada Jumat",
                        "STATE IN_PROGRESS DONE");
        assertThatThrownBy(() -> application.update("UPDATE meeting_change SET after = 'lain'"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.update("DELETE FROM meeting"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatIsMissingIsToldAtOnceAndNothingTypedIsLost() {
        var answer = desk.post(
                "/api/meetings", "{\"subject\": \" \", \"participants\": [\" \"], \"decisions\": [{\"text\": \"x\"}]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "subject", "place", "heldAt", "participants", "decisions.0.inCharge", "decisions.0.dueOn");

        var page = new Browser(port)
                .signIn("siti", People.PASSWORD)
                .submit(
                        "/desk/rapat",
                        "/desk/rapat",
                        Map.of("subject", "Rapat evaluasi", "heldAt", "", "place", "", "participants", "KPU"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"Rapat evaluasi\"", "Rapat belum disimpan");
    }

    @Test
    void theMinutesArePrintedAndTheDecisionsExported() throws Exception {
        var id = recorded();
        var pdf = minutes.pdf(staff.actor("kpu").orElseThrow(), id);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/minutes.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Kesiapan logistik",
                            "Senin, 18 November 2024",
                            "09.00 WIB",
                            "KPU; Bawaslu; Polres",
                            "20 Nov 2024",
                            "lewat tenggat");
        }
        assertThat(liaison.get("/api/meetings.xlsx").status()).isEqualTo(200);
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT action FROM desk.audit_entry WHERE action LIKE 'export.meeting%' ORDER BY seq",
                                String.class))
                .containsExactly("export.meeting", "export.meetings");
    }

    private long recorded() {
        var answer = desk.post("/api/meetings", MEETING);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }
}
