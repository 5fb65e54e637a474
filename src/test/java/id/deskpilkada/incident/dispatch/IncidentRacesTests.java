package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, agencies and clocks that do something to the same incident at the same moment: nobody waits for ever, nobody is told of a technical failure, and each thing is done once. */
@WholeApplication
class IncidentRacesTests {

    private static final String KNIFE =
            "{\"category\": \"SECURITY\", \"description\": \"Pisau\", \"lifeInDanger\": true}";
    private static final String CROWD =
            "{\"category\": \"SECURITY\", \"description\": \"Massa\", \"peopleHurt\": true}";
    private static final String WORK = "test";

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    IncidentRows incidents;

    @Autowired
    DispatchRows rows;

    @Autowired
    DispatchSteps steps;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void theDay() {
        day.begin();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private long knife() {
        day.report(port, REPORTER, MARGASANA_1, KNIFE);
        return day.newest();
    }

    private long typed(String description) {
        var answer = day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"%s\", \"tps\": \"%s\"}"
                                .formatted(description, MARGASANA_1));
        return answer.body().path("id").asLong();
    }

    private Answer decide(long incident, String act, String body) {
        return day.as(port, DESK).post("/api/incidents/" + incident + "/" + act, body);
    }

    private Answer answer(long dispatch, String act, String body) {
        return day.as(port, "polisi").post("/api/dispatches/" + dispatch + "/" + act, body);
    }

    /** All of it at one moment. */
    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        List<Future<T>> running = new ArrayList<>();
        for (var call : calls) {
            running.add(threads.submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        List<T> ended = new ArrayList<>();
        for (var one : running) {
            ended.add(one.get(60, TimeUnit.SECONDS));
        }
        return ended;
    }

    /** Once somebody waits for a row that this transaction holds: from then on it must get whatever it wants at once, for two who wait for each other wait for ever. */
    private void waitForNobody() {
        var deadline = Instant.now().plusSeconds(20);
        while (day.rows("SELECT pid::text FROM pg_locks WHERE NOT granted").isEmpty()) {
            assertThat(Instant.now()).as("somebody waits").isBefore(deadline);
        }
        jdbc.sql("SET LOCAL lock_timeout = '100ms'").update();
    }

    @Test
    void anAnswerAndAClockOfTheSameDispatchDoNotWaitForEachOther() throws Exception {
        long dispatch = day.dispatch(knife(), "polri");
        Future<Answer> answered = transactions.write(WORK, () -> {
            rows.lock(dispatch);
            var waiting = threads.submit(() -> answer(dispatch, "acknowledge", "{}"));
            waitForNobody();
            steps.tellLeader(dispatch);
            return waiting;
        });
        assertThat(answered.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(day.steps(day.newest())).containsSubsequence("LEADER_TOLD", "ACKNOWLEDGED");
    }

    @Test
    void theDeskOnTheTelephoneAndAnAnswerByLinkDoNotWaitForEachOther() throws Exception {
        long incident = knife();
        long dispatch = day.dispatch(incident, "polri");
        var call = day.task(day.dispatchInstance(dispatch), AgencyDispatchProcess.CALL)
                .getId();
        Future<Answer> called = transactions.write(WORK, () -> {
            incidents.lock(incident);
            var waiting = threads.submit(
                    () -> day.as(port, DESK)
                            .post(
                                    "/api/tasks/" + call + "/complete",
                                    "{\"data\": {\"answer\": \"ACKNOWLEDGED\", \"by\": \"Pak Pardi\", \"note\": \"Berangkat\"}}"));
            waitForNobody();
            rows.lock(dispatch);
            return waiting;
        });
        assertThat(called.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(day.steps(incident)).containsSubsequence("CALLED", "ACKNOWLEDGED");
    }

    @Test
    void clocksThatFireWhileSomebodyAnswersAndTheDeskRaisesCostNobodyAnAnswer() throws Exception {
        for (int round = 0; round < 4; round++) {
            day.report(port, REPORTER, MARGASANA_1, CROWD.replace("Massa", "Massa " + round));
            long incident = day.newest();
            decide(incident, "triage", "{\"severity\": 3, \"agencies\": [\"polri\"]}");
            long dispatch = day.dispatch(incident, "polri");
            var instance = day.dispatchInstance(dispatch);
            var statuses = atOnce(List.of(
                    () -> fired(instance.getId(), AgencyDispatchProcess.TARGET_PASSED),
                    () -> fired(instance.getId(), AgencyDispatchProcess.LEADER_DUE),
                    () -> decide(incident, "severity", "{\"severity\": 4}").status(),
                    () -> answer(dispatch, "acknowledge", "{}").status()));
            assertThat(statuses.subList(2, 4)).containsExactly(204, 200);
            assertThat(day.steps(incident)).containsOnlyOnce("ACKNOWLEDGED", "SEVERITY_RAISED");
            assertThat(day.rows("SELECT state FROM desk.dispatch WHERE id = ?", dispatch))
                    .containsExactly("ACKNOWLEDGED");
        }
    }

    /** As a thread of the engine would. */
    private int fired(String instance, String timer) {
        try {
            management.createJobQuery().processInstanceId(instance).activityId(timer).list().stream()
                    .findFirst()
                    .ifPresent(job -> management.executeJob(job.getId()));
        } catch (RuntimeException lost) {
            // The engine reads its tree without a lock; a clock that finds half of it gone tries again a little later.
            assertThat(lost).isNotInstanceOf(Problem.class);
        }
        return 0;
    }

    @Test
    void theSameReportFromTenHandsAndByTwoChannelsIsOneIncident() throws Exception {
        var id = UUID.randomUUID();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int hand = 0; hand < 5; hand++) {
            calls.add(() -> day.report(port, REPORTER, id, MARGASANA_1, KNIFE).status());
            calls.add(() -> day.as(port, DESK)
                    .post(
                            "/api/incidents",
                            "{\"id\": \"%s\", \"category\": \"SECURITY\", \"description\": \"Pisau\", \"lifeInDanger\": true, \"tps\": \"%s\"}"
                                    .formatted(id, MARGASANA_1))
                    .status());
        }
        assertThat(atOnce(calls)).allMatch(status -> status == 200 || status == 201);
        dispatcher.drain();
        assertThat(day.rows("SELECT id::text FROM desk.incident_report")).hasSize(1);
        assertThat(day.rows("SELECT agency FROM desk.dispatch")).containsExactly("polri");
        assertThat(day.rows("SELECT id_ FROM act_ru_task WHERE task_def_key_ = 'triage-incident'"))
                .hasSize(1);
        assertThat(day.rows("SELECT state FROM desk.field_report")).containsExactly("ACCEPTED");
    }

    @Test
    void mergingCrosswiseLeavesOneOfThemWithAllReporters() throws Exception {
        for (int round = 0; round < 4; round++) {
            long one = typed("Air di utara " + round);
            long other = typed("Air di selatan " + round);
            var statuses = atOnce(List.<Callable<Integer>>of(
                    () -> decide(one, "merge", "{\"into\": " + other + "}").status(),
                    () -> decide(other, "merge", "{\"into\": " + one + "}").status()));
            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses).allMatch(status -> status == 204 || status == 409 || status == 422);
            long open = Long.parseLong(
                    day.rows("SELECT id::text FROM desk.incident WHERE id IN (?, ?) AND state = 'REPORTED'", one, other)
                            .get(0));
            assertThat(day.read(port, DESK, open).path("reports")).hasSize(2);
        }
    }

    @Test
    void reportersOfWhatWasMergedBeforeGoOnWithIt() {
        long first = typed("Air di utara");
        long second = typed("Air di selatan");
        long third = typed("Air di mana-mana");
        assertThat(decide(first, "merge", "{\"into\": " + second + "}").status())
                .isEqualTo(204);
        assertThat(decide(second, "merge", "{\"into\": " + third + "}").status())
                .isEqualTo(204);
        assertThat(decide(third, "merge", "{\"into\": " + first + "}")
                        .body()
                        .path("code")
                        .asText())
                .as("what is over takes nothing up")
                .isEqualTo("MERGE_TARGET");
        assertThat(day.read(port, DESK, third).path("reports").findValuesAsText("description"))
                .containsExactly("Air di utara", "Air di selatan", "Air di mana-mana");
        assertThat(day.read(port, DESK, first).at("/incident/mergedInto").asText())
                .isEqualTo("K-" + third);
    }

    @Test
    void closingWhileTheLastAgencyAnswersClosesAfterItOrNotAtAll() throws Exception {
        for (int round = 0; round < 4; round++) {
            day.report(port, REPORTER, MARGASANA_1, KNIFE.replace("Pisau", "Pisau " + round));
            long incident = day.newest();
            decide(incident, "triage", "{\"severity\": 4}");
            long dispatch = day.dispatch(incident, "polri");
            var statuses = atOnce(List.<Callable<Integer>>of(
                    () -> answer(dispatch, "close", "{\"outcome\": \"Pelaku diamankan\"}")
                            .status(),
                    () -> decide(incident, "close", "{\"outcome\": \"Aman kembali\"}")
                            .status()));
            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(204, 409);
            if (statuses.get(1) == 409) {
                assertThat(decide(incident, "close", "{\"outcome\": \"Aman kembali\"}")
                                .status())
                        .isEqualTo(204);
            }
            assertThat(day.instance(incident)).as("nothing goes on").isNull();
        }
    }

    @Test
    void anAnswerThatComesAfterTheIncidentWasReopenedChangesNothing() {
        long incident = knife();
        decide(incident, "triage", "{\"severity\": 4}");
        long dispatch = day.dispatch(incident, "polri");
        answer(dispatch, "close", "{\"outcome\": \"Pelaku diamankan\"}");
        decide(incident, "close", "{\"outcome\": \"Aman kembali\"}");
        assertThat(decide(incident, "reopen", "{\"reason\": \"Mulai lagi\"}").status())
                .isEqualTo(204);
        assertThat(answer(dispatch, "progress", "{\"state\": \"ARRIVED\"}").status())
                .isEqualTo(200);
        assertThat(answer(dispatch, "decline", "{\"reason\": \"bukan kami\"}").status())
                .isEqualTo(409);
        assertThat(day.rows("SELECT state || ' ' || open_dispatches FROM desk.incident WHERE id = ?", incident))
                .containsExactly("REPORTED 0");
        assertThat(decide(incident, "triage", "{\"severity\": 4, \"agencies\": [\"polri\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(day.dispatch(incident, "polri")).as("sent once more").isGreaterThan(dispatch);
    }

    @Test
    void aClockThatFailsTriesAgainALittleLater() {
        long dispatch = day.dispatch(knife(), "polri");
        var instance = day.dispatchInstance(dispatch);
        installation.asOwner().update("DELETE FROM desk.dispatch_contact");
        installation.asOwner().update("DELETE FROM desk.dispatch");
        assertThatThrownBy(() -> day.fire(instance, AgencyDispatchProcess.LEADER_DUE))
                .isNotNull();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(AgencyDispatchProcess.LEADER_DUE)
                .singleResult();
        assertThat(job.getRetries()).isEqualTo(5);
        assertThat(job.getDuedate()).isAfter(Instant.now());
    }

    @Test
    void whoSaysItAgainAndNeedsAnAmbulanceNowDoesNotRepeat() {
        day.report(port, REPORTER, MARGASANA_1, "{\"category\": \"HEALTH\", \"description\": \"Ada yang pingsan\"}");
        long faint = day.newest();
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"HEALTH\", \"description\": \"Ada yang pingsan\", \"needsAmbulance\": true}");
        long dying = day.newest();
        assertThat(dying).isNotEqualTo(faint);
        assertThat(day.rows("SELECT agency FROM desk.dispatch WHERE incident_id = ?", dying))
                .contains("psc");
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"HEALTH\", \"description\": \"Ada yang pingsan\", \"needsAmbulance\": true}");
        assertThat(day.newest()).as("that is a repetition").isEqualTo(dying);
        decide(faint, "merge", "{\"into\": " + dying + "}");
        day.report(port, REPORTER, MARGASANA_1, "{\"category\": \"HEALTH\", \"description\": \"Ada yang pingsan\"}");
        assertThat(day.newest()).as("also of what was merged").isEqualTo(dying);
        assertThat(day.steps(dying)).containsSubsequence("REPEATED", "REPEATED");
    }
}
