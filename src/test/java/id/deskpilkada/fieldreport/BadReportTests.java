package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class BadReportTests {

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Installation installation;

    final UUID id = UUID.randomUUID();

    @BeforeEach
    void setUp() {
        ledger.setUp();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM field_report", Integer.class))
                .isZero();
    }

    @Test
    void everyWrongFieldIsNamedInOneAnswer() {
        var answer = ledger.put(
                "petugas",
                id,
                """
                {"kind":"VOTING","tps":"%s","race":"BUPATI","slot":"11.11","observedAt":"kemarin","tsp":1,"taskId":7,
                 "data":{"voters":"x","photos":["abc", 5]}}
                """
                        .formatted(TPS));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MALFORMED");
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "tsp UNKNOWN_REPORT_FIELD",
                        "observedAt NOT_A_TIME",
                        "taskId NOT_A_TEXT",
                        "race NOT_FOR_THIS_KIND",
                        "slot UNKNOWN_SLOT",
                        "data.photos.0 NOT_A_HASH",
                        "data.photos.1 NOT_A_HASH",
                        "data.voters MALFORMED_VALUE");
        assertThat(answer.json().path("errors").findValuesAsText("message"))
                .noneMatch(text -> text.startsWith("problem."));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(ledger.put("petugas", id, "{}").errors())
                .containsExactlyInAnyOrder("kind FIELD_REQUIRED", "observedAt FIELD_REQUIRED", "data FIELD_REQUIRED");
        assertThat(ledger.put(
                                "petugas",
                                id,
                                "{\"kind\":\"VOTING\",\"observedAt\":\"2024-11-27T10:00:00Z\",\"data\":{}}")
                        .errors())
                .containsExactlyInAnyOrder("tps FIELD_REQUIRED", "slot FIELD_REQUIRED");
    }

    @Test
    void anUnknownTpsIsNamed() {
        for (var tps : new String[] {"3604052001999", "36.04.05.2001", "x"}) {
            var answer = ledger.put("petugas", id, voting(tps, "{}"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.errors()).containsExactly("tps UNKNOWN_TPS");
        }
    }

    @Test
    void anUnknownKindIsNamed() {
        var answer = ledger.put("petugas", id, voting(TPS, "{}").replace("VOTING", "RUMOUR"));
        assertThat(answer.errors()).containsExactly("kind UNKNOWN_CHOICE");
    }

    @Test
    void aRoundThatHasNotBegunTakesNoReports() {
        var answer = ledger.put("petugas", id, voting(TPS, "{}").replace("\"kind\"", "\"round\":\"PSU\",\"kind\""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isIn("ROUND_NOT_STARTED", "ELECTION_REQUIRED");
        assertThat(ledger.put("petugas", id, voting(TPS, "{}").replace("\"kind\"", "\"election\":\"x\",\"kind\""))
                        .code())
                .isEqualTo("UNKNOWN_ELECTION");
    }

    @Test
    void onlyDeskAndDistrictTakeDownWhatOthersReport() {
        var byPhone = voting(TPS, "{}").replace("\"kind\"", "\"source\":\"PHONE\",\"kind\"");
        var forSomeone = byPhone.replace("\"kind\"", "\"onBehalfOf\":\"Pak RT 0812\",\"kind\"");
        assertThat(ledger.put("petugas", id, forSomeone).errors()).containsExactly("source SOURCE_NOT_ALLOWED");
        assertThat(ledger.put("meja", id, byPhone).errors()).containsExactly("onBehalfOf FIELD_REQUIRED");
        assertThat(ledger.put("meja", id, voting(TPS, "{}")).errors()).containsExactly("source SOURCE_NOT_ALLOWED");
        assertThat(ledger.put("kecamatan", id, voting(TPS, "{}").replace("\"kind\"", "\"onBehalfOf\":\"x\",\"kind\""))
                        .errors())
                .containsExactly("onBehalfOf ON_BEHALF_OF_WITH_APP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1-1-1-1-1", "0123456789abcdef0123456789abcdef", "zzzzzzzz-0000-0000-0000-000000000000"})
    void aWrongUuidIsNamed(String wrong) {
        var answer = ledger.send(
                "petugas",
                "PUT",
                "/api/field-reports/" + wrong,
                "application/json",
                voting(TPS, "{}").getBytes());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("id NOT_A_UUID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"kind\":\"VOTING\",\"kind\":\"C1\"}",
                "{\"data\":\"\\u0000\"}",
                "{\"data\":\"\\ud800\"}",
                "{'kind':1}"
            })
    void brokenJsonIsRefused(String json) {
        var answer = ledger.put("petugas", id, json);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void depthWithoutEndIsRefused() {
        var answer = ledger.put("petugas", id, "{\"data\":".repeat(5000));
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void brokenUtf8IsRefused() {
        var bytes = voting(TPS, "{\"remarks\":\"X\"}").getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = bytes[at] == 'X' ? (byte) 0xE9 : bytes[at];
        }
        var answer = ledger.send("petugas", "PUT", "/api/field-reports/" + id, "application/json", bytes);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void tenMegabytesAreRefusedAnnouncedOrNot() throws Exception {
        var big =
                voting(TPS, "{\"remarks\":\"" + "x".repeat(10_000_000) + "\"}").getBytes();
        var announced = ledger.send("petugas", "PUT", "/api/field-reports/" + id, "application/json", big);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.code()).isEqualTo("TOO_LARGE_REQUEST");

        var chunked = HttpRequest.newBuilder(ledger.uri("/api/field-reports/" + id))
                .header("Authorization", "Bearer petugas")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(chunked, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() {
        var answer = ledger.send(
                "petugas",
                "PUT",
                "/api/field-reports/" + id,
                "text/plain",
                voting(TPS, "{}").getBytes());
        assertThat(answer.status()).isEqualTo(415);
    }
}
