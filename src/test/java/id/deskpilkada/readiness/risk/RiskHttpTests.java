package id.deskpilkada.readiness.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register over HTTP: who sees and does what, and what leaves as a file. */
@WholeApplication
class RiskHttpTests {

    private static final String FLOOD_OF_REGENCY =
            "{\"agency\": \"bpbd\", \"indicators\": [\"FLOOD\"], \"region\": \"36.04\"}";

    @Autowired
    RiskFixture fixture;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        fixture.begin();
        fixture.risks();
    }

    @Test
    void everybodySeesTheirOwnAreaAndAgenciesWhatWasHandedToThem() {
        assertThat(places("desk", "")).hasSize(4);
        assertThat(places("liaison", "")).hasSize(4);
        assertThat(places(RiskFixture.CAMAT, "")).containsExactly("TPS 001 Kramatwatu", "Desa/Kel. Margasana");
        assertThat(places(RiskFixture.CAMAT_OF_BAROS, "")).containsExactly("Kec. Baros", "TPS 001 Baros");
        assertThat(as("margasana").get("/api/risks").status()).isEqualTo(403);
        assertThat(places(RiskFixture.BPBD, "")).isEmpty();

        assertThat(as("desk").post("/api/risk-handovers", FLOOD_OF_REGENCY).status())
                .isEqualTo(201);

        assertThat(places(RiskFixture.BPBD, "")).containsExactly("Desa/Kel. Margasana", "TPS 001 Baros");
        assertThat(places(RiskFixture.BPBD, "?indicator=CONFLICT")).isEmpty();
    }

    @Test
    void filtersNarrowTheList() {
        assertThat(places("desk", "?variable=FLOOD")).containsExactly("Desa/Kel. Margasana", "TPS 001 Baros");
        assertThat(places("desk", "?owner=polri")).containsExactly("Kec. Baros");
        assertThat(places("desk", "?region=36.04.17&level=HIGH")).containsExactly("TPS 001 Baros");
        assertThat(places("desk", "?state=WAITING")).hasSize(4);
        assertThat(as("desk").get("/api/risks?state=AMAN").status()).isEqualTo(422);
    }

    @Test
    void aPlaceShowsWhatItInherits() {
        var place = as("desk").get("/api/risks/places/3604172001001").body();
        assertThat(place.path("level").asText()).isEqualTo("HIGH");
        assertThat(place.path("score").asInt()).isEqualTo(8);
        assertThat(place.path("risks"))
                .extracting(risk -> risk.path("indicator").asText() + " "
                        + risk.path("inherited").asBoolean())
                .containsExactly("FLOOD false", "CONFLICT true");
        assertThat(as(RiskFixture.CAMAT).get("/api/risks/places/3604172001001").status())
                .isEqualTo(403);
    }

    @Test
    void aCamatRecordsInTheOwnDistrictOnly() {
        var own = as(RiskFixture.CAMAT)
                .post(
                        "/api/risks",
                        "{\"tps\": \"3604052002002\", \"indicator\": \"NO_POWER\", \"note\": \"Sering padam\"}");
        assertThat(own.status()).isEqualTo(201);
        assertThat(as(RiskFixture.CAMAT)
                        .post("/api/risks", "{\"tps\": \"3604172001001\", \"indicator\": \"NO_POWER\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as(RiskFixture.CAMAT)
                        .post("/api/risks", "{\"region\": \"36.04\", \"indicator\": \"NO_POWER\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("liaison")
                        .post("/api/risks", "{\"tps\": \"3604052002002\", \"indicator\": \"NO_POWER\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("desk")
                        .post("/api/risks", "{\"tps\": \"3604052002002\", \"indicator\": \"TSUNAMI\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anEntryIsClosedWithAReasonAndKeepsItsHistory() {
        var entry = "{\"tps\": \"3604052002002\", \"indicator\": \"NO_POWER\"}";
        var id = as("desk")
                .post("/api/risks", entry)
                .body()
                .path("risk")
                .path("id")
                .asLong();
        assertThat(as("desk")
                        .post("/api/risks/" + id + "/close", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(as(RiskFixture.CAMAT_OF_BAROS)
                        .post("/api/risks/" + id + "/close", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(as("liaison")
                        .post("/api/risks/" + id + "/close", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as(RiskFixture.CAMAT)
                        .post("/api/risks/" + id + "/close", "{\"reason\": \"Genset sudah ada\"}")
                        .status())
                .isEqualTo(200);
        assertThat(as("desk")
                        .post("/api/risks/" + id + "/close", "{\"reason\": \"lagi\"}")
                        .status())
                .isEqualTo(409);
        assertThat(as("desk").post("/api/risks", entry).status()).isEqualTo(200);

        var history = as("desk").get("/api/risks/" + id).body().path("history");
        assertThat(history)
                .extracting(event ->
                        event.path("act").asText() + " " + event.path("by").asText())
                .containsExactly("RECORDED Dewi Desk", "CLOSED Cici Camat", "REOPENED Dewi Desk");
    }

    @Test
    void aListGoesFromTheDeskToTheAgencyAndBack() {
        var list = as("desk").post("/api/risk-handovers", FLOOD_OF_REGENCY).body();
        var id = list.path("list").path("id").asLong();
        assertThat(as("desk")
                        .post("/api/risk-handovers", FLOOD_OF_REGENCY)
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("HANDOVER_EMPTY");
        assertThat(as(RiskFixture.CAMAT)
                        .post("/api/risk-handovers", FLOOD_OF_REGENCY)
                        .status())
                .isEqualTo(403);
        assertThat(as(RiskFixture.CAMAT).get("/api/risk-handovers/" + id).status())
                .isEqualTo(404);
        assertThat(as(RiskFixture.BPBD)
                        .get("/api/risk-handovers/" + id + "/items")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);

        var task = as(RiskFixture.BPBD)
                .get("/api/tasks?process=risk-mitigation")
                .body()
                .path("items")
                .get(0);
        var complete = "/api/tasks/" + task.path("id").asText() + "/complete";
        assertThat(as(RiskFixture.BPBD)
                        .post(complete, "{\"data\": {\"accepted\": false}}")
                        .status())
                .as("declining needs a reason")
                .isEqualTo(422);
        assertThat(as(RiskFixture.BPBD)
                        .post(complete, "{\"data\": {\"accepted\": true}}")
                        .status())
                .isEqualTo(200);
        assertThat(as(RiskFixture.BPBD)
                        .post(complete, "{\"data\": {\"accepted\": true}}")
                        .status())
                .isEqualTo(200);

        var measures = "/api/risk-handovers/" + id + "/measures";
        assertThat(as(RiskFixture.BPBD)
                        .put(measures, measure("36.04.05.2002", "null"))
                        .body()
                        .path("uncovered")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(RiskFixture.BPBD)
                        .put(measures, measure("36.04.05.2001", "null"))
                        .status())
                .as("no place of the list")
                .isEqualTo(422);
        assertThat(as("liaison").put(measures, measure("36.04", "null")).status())
                .isEqualTo(403);
        assertThat(state("3604052002")).isEqualTo("PLANNED");
        assertThat(as(RiskFixture.BPBD)
                        .put(measures, measure("36.04", "\"2024-11-19\""))
                        .status())
                .isEqualTo(200);
        assertThat(state("3604052002")).isEqualTo("MITIGATED");
        assertThat(as(RiskFixture.CAMAT)
                        .get("/api/risks/" + riskOf("3604052002"))
                        .body()
                        .path("measures"))
                .as("a camat sees what is done for the district")
                .hasSize(1);
    }

    @Test
    void ofTwoWhoFinishATaskTheSecondReadsThatItIsDone() {
        as("desk").post("/api/risk-handovers", FLOOD_OF_REGENCY);
        var task = as(RiskFixture.BPBD)
                .get("/api/tasks?process=risk-mitigation")
                .body()
                .path("items")
                .get(0);
        var complete = "/api/tasks/" + task.path("id").asText() + "/complete";
        as(RiskFixture.BPBD).post(complete, "{\"data\": {\"accepted\": true}}");
        var second =
                as(RiskFixture.BPBD).post(complete, "{\"data\": {\"accepted\": false, \"reason\": \"Bukan kami\"}}");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.body().path("code").asText()).isEqualTo("TASK_FINISHED");
    }

    @Test
    void theWorkbookHoldsWhatTheListHolds() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                file(RiskFixture.CAMAT_OF_BAROS, "/api/risks.xlsx?state=OPEN").body()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Kode");
            var baros = rows.get(2);
            assertThat(baros.getCellText(0)).isEqualTo("3604172001001");
            assertThat(baros.getCellText(6)).isEqualTo("Rawan tinggi");
            assertThat(baros.getCellText(9)).isEqualTo("Dekat sungai");
        }
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT object FROM desk.audit_entry WHERE action = 'risks.exported'", String.class))
                .containsExactly("xlsx");
    }

    @Test
    void theDocumentNamesPlacesAndCarriesTheDisclaimer() throws IOException {
        var answer = file("desk", "/api/risks.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Daftar TPS rawan", "Desa/Kel. Margasana", "Terendam setiap Januari", "bukan hasil resmi");
        }
    }

    @Test
    void theMapFileSaysHowExactEachPointIs() throws IOException {
        installation
                .asOwner()
                .update("UPDATE desk.polling_station SET lat = -6.21, lng = 106.125 WHERE code = '3604172001001'");
        var json = DeskClient.JSON.readTree(
                file("desk", "/api/risks.geojson?variable=FLOOD").body());
        assertThat(json.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(json.path("features"))
                .extracting(
                        feature -> feature.path("properties").path("position").asText() + " "
                                + feature.path("geometry").path("coordinates"))
                .containsExactly("REGION [106.13578,-6.0642]", "TPS [106.125,-6.21]");
    }

    @Test
    void theSetComesWithBawaslusEightVariables() {
        var indicators = as("desk").get("/api/risks/indicators").body();
        var ofBawaslu = StreamSupport.stream(indicators.spliterator(), false)
                .filter(one -> one.path("set").asText().equals("BAWASLU"))
                .toList();
        assertThat(ofBawaslu).hasSizeBetween(25, 31);
        assertThat(ofBawaslu.stream().map(one -> one.path("variable").asText()).distinct())
                .hasSize(8);
        assertThat(as("margasana").get("/api/risks/indicators").status()).isEqualTo(403);
    }

    private String measure(String region, String doneOn) {
        return "{\"measures\": [{\"id\": \"5e6f7a80-1111-4222-8333-444455556666\", \"region\": \"%s\", \"what\": \"Pompa\", \"dueOn\": \"2099-11-20\", \"doneOn\": %s}]}"
                .formatted(region, doneOn);
    }

    private long riskOf(String area) {
        return installation.asOwner().queryForObject("SELECT id FROM desk.risk WHERE area = ?", Long.class, area);
    }

    private String state(String area) {
        return as("desk")
                .get("/api/risks/" + riskOf(area))
                .body()
                .path("risk")
                .path("state")
                .asText();
    }

    private List<String> places(String username, String query) {
        Answer answer = as(username).get("/api/risks" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map((JsonNode risk) -> risk.path("place").asText())
                .toList();
    }

    private DeskClient as(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    private HttpResponse<byte[]> file(String username, String path) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((username + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
