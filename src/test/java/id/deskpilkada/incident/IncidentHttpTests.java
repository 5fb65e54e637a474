package id.deskpilkada.incident;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.CAMAT_OF_BAROS;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.IncidentSignalled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents as outside programs meet them: taken down once, seen by those whom they concern, and bad input told field by field. */
@WholeApplication
class IncidentHttpTests {

    private static final String FLOOD = "{\"category\": \"DISASTER\", \"description\": \"Air setinggi lutut\"}";

    @Autowired
    IncidentDay day;

    @Autowired
    SmallElection election;

    @Autowired
    Installation installation;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void theDay() {
        day.begin();
    }

    private Answer typed(String more) {
        return day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"SECURITY\", \"description\": \"Perkelahian di depan TPS\", \"tps\": \""
                                + MARGASANA_1 + "\"" + more + "}");
    }

    private long count(String table) {
        Long count = installation.asOwner().queryForObject("SELECT count(*) FROM desk." + table, Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void theSameReportTenTimesIsOneIncident() {
        var id = UUID.randomUUID();
        for (int time = 0; time < 5; time++) {
            day.report(port, REPORTER, id, MARGASANA_1, FLOOD);
            day.report(port, REPORTER, MARGASANA_1, FLOOD);
        }
        assertThat(count("incident")).isEqualTo(1);
        assertThat(day.rows("SELECT state FROM desk.field_report WHERE id <> ?", id))
                .as("under a new id it is a repetition, and the reporter reads so")
                .containsOnly("SUPERSEDED");
        assertThat(day.as(port, REPORTER)
                        .get("/api/field-reports/" + id)
                        .body()
                        .at("/reasons/0/message")
                        .asText())
                .isEqualTo("Tercatat sebagai kejadian K-" + day.newest() + ".");
        assertThat(day.rows("SELECT id_ FROM act_ru_task WHERE task_def_key_ = 'triage-incident'"))
                .hasSize(1);
    }

    @Test
    void theDesksFormSentTwiceIsOneIncident() throws Exception {
        var id = ", \"id\": \"" + UUID.randomUUID() + "\", \"caller\": \"Bu Ani\"";
        var threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Answer> call = () -> typed(id);
            for (var answer : threads.invokeAll(List.of(call, call, call))) {
                assertThat(answer.get().status()).isIn(200, 201);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(typed(id).status()).isEqualTo(200);
        assertThat(count("incident")).isEqualTo(1);
        assertThat(day.read(port, DESK, day.newest()).at("/reports/0/caller").asText())
                .isEqualTo("Bu Ani");
    }

    @Test
    void aSignalOfAnotherFeatureIsAnIncidentAndEndsWithIt() {
        transaction.executeWithoutResult(status -> events.publishEvent(new IncidentSignalled(
                election.round().id(),
                MARGASANA_1,
                MARGASANA_1,
                IncidentCategory.SECURITY,
                "Tidak kondusif",
                3,
                true,
                "VOTING",
                null,
                Instant.now())));
        long incident = day.newest();
        var whole = day.read(port, DESK, incident);
        assertThat(whole.at("/incident/severity").asInt()).isEqualTo(3);
        assertThat(whole.at("/incident/votingHalted").asBoolean()).isTrue();
        var desk = day.as(port, DESK);
        desk.post("/api/incidents/" + incident + "/reject", "{\"reason\": \"Sudah kondusif lagi\"}");
        var signal = desk.get("/api/incident-signals").body().at("/items/0");
        assertThat(signal.path("note").asText()).isEqualTo("Sudah kondusif lagi");
        assertThat(signal.path("settledBy").asText()).isEqualTo("Dewi Desk");
    }

    @Test
    void aTransactionThatIsTakenBackLeavesNoHalfIncident() {
        try {
            transaction.executeWithoutResult(status -> {
                events.publishEvent(new IncidentSignalled(
                        election.round().id(),
                        MARGASANA_1,
                        MARGASANA_1,
                        IncidentCategory.FIRE,
                        "Api",
                        4,
                        "DUTY",
                        null,
                        Instant.now()));
                throw new IllegalStateException("the node dies");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the node dies");
        }
        assertThat(count("incident") + count("dispatch") + count("incident_signal"))
                .isZero();
        assertThat(day.rows("SELECT id FROM desk.message WHERE template LIKE 'incident-%'"))
                .isEmpty();
        assertThat(day.rows("SELECT id_ FROM act_ru_execution WHERE business_key_ LIKE '%/" + MARGASANA_1 + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"description\": \"x\"} | data.category FIELD_REQUIRED",
                "{\"category\": \"FLOOD\", \"description\": \"x\"} | data.category UNKNOWN_CHOICE",
                "{\"category\": \"FIRE\"} | data.description FIELD_REQUIRED",
                "{\"category\": \"FIRE\", \"description\": \"  \"} | data.description FIELD_REQUIRED",
                "{\"category\": \"FIRE\", \"description\": 4} | data.description NOT_A_TEXT",
                "{\"category\": \"FIRE\", \"description\": \"x\", \"peopleHurt\": \"ya\"} | data.peopleHurt MALFORMED_VALUE",
                "{\"category\": \"FIRE\", \"description\": \"x\", \"location\": {\"lat\": 95, \"lng\": 106}} | data.location.lat MALFORMED_VALUE",
                "{\"category\": \"FIRE\", \"description\": \"x\", \"korban\": 3} | data.korban UNKNOWN_REPORT_FIELD",
            })
    void whatCannotBeReadIsToldFieldByField(String data, String fault) {
        var answer = day.report(port, REPORTER, MARGASANA_1, data);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText() + " "
                        + answer.body().at("/errors/0/code").asText())
                .isEqualTo(fault);
        assertThat(count("incident")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"photos\": \"abc\" | photos NOT_A_LIST",
                "\"photos\": [\"../../x\"] | photos.0 NOT_A_HASH",
                "\"caller\": {\"name\": \"Bu Ani\"} | caller NOT_A_TEXT",
                "\"id\": [] | id NOT_A_TEXT",
                "\"observedAt\": \"-999999999-01-01T00:00:00Z\" | observedAt NOT_A_TIME",
                "\"observedAt\": \"1970-01-01T00:00:00Z\" | observedAt NOT_A_TIME",
            })
    void whatTheDesksFormCannotMeanIsToldFieldByField(String more, String fault) {
        var answer = typed(", " + more);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText() + " "
                        + answer.body().at("/errors/0/code").asText())
                .isEqualTo(fault);
        assertThat(count("incident")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller", "tps", "election", "region", "data"})
    void aNullCharacterIsMalformedWhereverItStands(String field) {
        assertThat(typed(", \"" + field + "\": \"a\\u0000b\"").status()).isEqualTo(422);
    }

    @Test
    void controlCharactersAreNotKept() {
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"FIRE\", \"description\": \"Api\\u0001 di\\u001b[31m\\natap\"}");
        assertThat(day.read(port, DESK, day.newest()).path("description").asText())
                .isEqualTo("Api di[31m\natap");
    }

    @Test
    void anAgencyThatNobodyKnowsIsNotSent() {
        typed("");
        var desk = day.as(port, DESK);
        var path = "/api/incidents/" + day.newest();
        for (var agency : List.of("\"plori\"", "\"desk\"", "null")) {
            assertThat(desk.post(path + "/triage", "{\"severity\": 3, \"agencies\": [" + agency + "]}")
                            .body()
                            .path("code")
                            .asText())
                    .isEqualTo("UNKNOWN_AGENCY");
        }
        day.agency("karangtaruna", "3604", "PHONE +6281200000009");
        assertThat(desk.post(path + "/triage", "{\"severity\": 3, \"agencies\": [\"karangtaruna\", \"pmi\"]}")
                        .status())
                .as("one of the directory, and one that officials have a name for")
                .isEqualTo(204);
    }

    @Test
    void votingDoesNotResumeInTheFutureOrLongAgo() {
        typed("");
        var desk = day.as(port, DESK);
        var path = "/api/incidents/" + day.newest();
        desk.post(path + "/triage", "{\"severity\": 2}");
        for (var time : List.of("+200000-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z")) {
            assertThat(desk.post(path + "/close", "{\"outcome\": \"Aman\", \"votingResumedAt\": \"" + time + "\"}")
                            .body()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("NOT_A_PAST_TIME");
        }
    }

    @Test
    void anErasedReportTakesItsWordsWithIt() {
        var id = UUID.randomUUID();
        var words = "Bu Tini pingsan";
        day.report(
                port,
                REPORTER,
                id,
                MARGASANA_1,
                "{\"category\": \"SECURITY\", \"description\": \"" + words + "\", \"lifeInDanger\": true}");
        assertThat(day.rows("SELECT long_text FROM desk.message WHERE long_text LIKE '%" + words + "%'"))
                .as("to police and leader")
                .hasSizeGreaterThan(1);
        installation.asOwner().update("UPDATE desk.field_report SET payload = NULL, salt = NULL WHERE id = ?", id);
        assertThat(day.read(port, DESK, day.newest()).toString())
                .doesNotContain(words)
                .contains("(data dihapus)");
        assertThat(day.rows("SELECT long_text FROM desk.message WHERE long_text LIKE '%" + words + "%'"))
                .isEmpty();
        assertThat(day.steps(day.newest())).as("that it happened stays").contains("REPORTED", "CONTACTED");
    }

    @Test
    void fourThousandLettersAndEmojiAreKeptAsWrittenAndOneMoreIsRefused() {
        var text = "🚨" + "a".repeat(3_998) + "é";
        var data = "{\"category\": \"OBJECTION\", \"description\": \"%s\"}";
        assertThat(day.report(port, REPORTER, MARGASANA_1, data.formatted(text)).status())
                .isEqualTo(201);
        assertThat(day.read(port, DESK, day.newest()).path("description").asText())
                .isEqualTo(text);
        assertThat(day.report(port, REPORTER, MARGASANA_1, data.formatted(text + "b"))
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("REPORT_TEXT_TOO_LONG");
    }

    @Test
    void aLocationThatCannotBeRightIsMarkedAndNotBelieved() {
        election.load("polling-stations", "kode_tps,alamat,lat,lng\n" + MARGASANA_1 + ",Balai desa,-6.0642,106.1358\n");
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"DISASTER\", \"description\": \"Banjir\", \"location\": {\"lat\": -7.9, \"lng\": 112.6}}");
        var head = day.read(port, DESK, day.newest()).path("incident");
        assertThat(head.path("placeDoubtful").asBoolean()).isTrue();
        assertThat(head.path("lat").asDouble()).isEqualTo(-6.0642);
    }

    @Test
    void duplicatesAreThoseOfTheSameKindNearbyAndRecent() {
        election.load(
                "polling-stations",
                """
                kode_tps,alamat,lat,lng
                3604052002001,Balai desa,-6.0642,106.1358
                3604052002002,Sekolah,-6.0662,106.1358
                3604052001001,Kantor,-6.0742,106.1358
                """);
        for (var tps : List.of(MARGASANA_2, KRAMATWATU_1)) {
            day.as(port, DESK)
                    .post(
                            "/api/incidents",
                            "{\"category\": \"DISASTER\", \"description\": \"Air naik\", \"tps\": \"" + tps + "\"}");
        }
        day.report(port, REPORTER, MARGASANA_1, "{\"category\": \"SECURITY\", \"description\": \"Ribut\"}");
        long old = typedFlood();
        installation
                .asOwner()
                .update("UPDATE desk.incident SET reported_at = reported_at - interval '61 minutes' WHERE id = ?", old);
        day.report(port, REPORTER, MARGASANA_1, FLOOD);
        assertThat(day.read(port, DESK, day.newest()).path("duplicates").findValuesAsText("tps"))
                .as("222 m away, not 1.1 km; not another kind; not an hour ago")
                .containsExactly(MARGASANA_2);
    }

    private long typedFlood() {
        return day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"Tadi\", \"tps\": \"" + MARGASANA_1 + "\"}")
                .body()
                .path("id")
                .asLong();
    }

    @Test
    void camatSeeTheirAreaAndAgenciesWhatTheyWereSentTo() {
        day.report(port, REPORTER, MARGASANA_1, FLOOD);
        long margasana = day.newest();
        day.report(
                port,
                "baros",
                BAROS_1,
                "{\"category\": \"SECURITY\", \"description\": \"Pisau\", \"lifeInDanger\": true}");
        long baros = day.newest();
        assertThat(numbers(DESK, "")).containsExactly("K-" + baros, "K-" + margasana);
        assertThat(numbers(CAMAT, "")).containsExactly("K-" + margasana);
        assertThat(numbers(CAMAT_OF_BAROS, "")).containsExactly("K-" + baros);
        assertThat(numbers(POLICE, "")).containsExactly("K-" + baros);
        assertThat(numbers(BPBD, "")).isEmpty();
        assertThat(numbers(DESK, "?severity=4")).containsExactly("K-" + baros);
        assertThat(numbers(DESK, "?region=36.04.05&state=REPORTED&category=DISASTER"))
                .containsExactly("K-" + margasana);
        assertThat(day.as(port, CAMAT).get("/api/incidents/" + baros).status()).isEqualTo(404);
        assertThat(day.as(port, BPBD).get("/api/incidents/" + baros).status()).isEqualTo(404);
        var police = day.read(port, POLICE, baros);
        assertThat(police.path("reports")).as("who told it stays at the desk").isEmpty();
        assertThat(police.path("dispatches").findValuesAsText("agency")).containsExactly("polri");
        assertThat(day.as(port, BPBD)
                        .post("/api/dispatches/" + day.dispatch(baros, "polri") + "/acknowledge", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(day.as(port, CAMAT)
                        .post("/api/incidents/" + margasana + "/reject", "{\"reason\": \"uji\"}")
                        .status())
                .isEqualTo(403);
    }

    private List<String> numbers(String username, String question) {
        return day.as(port, username)
                .get("/api/incidents" + question)
                .body()
                .path("items")
                .findValuesAsText("number");
    }

    @Test
    void allLateConfirmationsAreInOneQuestion() {
        typed(", \"lifeInDanger\": true");
        var late = "/api/dispatches?late=true";
        assertThat(day.as(port, DESK).get(late).body().path("total").asInt()).isZero();
        installation.asOwner().update("UPDATE desk.dispatch SET acknowledge_by = now() - interval '1 minute'");
        var found = day.as(port, DESK).get(late).body();
        assertThat(found.path("items").findValuesAsText("agency")).containsExactly("polri");
        assertThat(found.at("/items/0/late").asBoolean()).isTrue();
        assertThat(day.as(port, BPBD).get(late).body().path("total").asInt()).isZero();
    }

    @Test
    void theClocksAreDataWithBounds() {
        var desk = day.as(port, DESK);
        assertThat(desk.get("/api/response-targets").body().path("items").findValuesAsText("acknowledgeSeconds"))
                .containsExactly("300", "900", "3600", "null");
        assertThat(desk.put(
                                "/api/response-targets",
                                "{\"severity\": 4, \"triageSeconds\": 60, \"acknowledgeSeconds\": 5, \"stepSeconds\": 60}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("RESPONSE_TARGET");
        try {
            assertThat(desk.put(
                                    "/api/response-targets",
                                    "{\"severity\": 4, \"triageSeconds\": 60, \"acknowledgeSeconds\": 120, \"stepSeconds\": 60}")
                            .status())
                    .isEqualTo(204);
            typed(", \"lifeInDanger\": true");
            assertThat(day.rows("SELECT (acknowledge_by - started_at)::text FROM desk.dispatch"))
                    .containsExactly("00:02:00");
        } finally {
            installation
                    .asOwner()
                    .update(
                            "UPDATE desk.response_target SET triage_seconds = 180, acknowledge_seconds = 300, step_seconds = 120 WHERE severity = 4");
        }
    }
}
