package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.notification.Notifications;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way through {@code agency-dispatch}, named after the label of its flow. */
@WholeApplication
class AgencyDispatchProcessTests {

    private static final String FLOOD = "{\"category\": \"DISASTER\", \"description\": \"Air setinggi lutut\"}";
    private static final String FIGHT = "{\"category\": \"SECURITY\", \"description\": \"Perkelahian\"}";
    private static final String STABBED =
            "{\"category\": \"SECURITY\", \"description\": \"Ada yang luka\", \"peopleHurt\": true}";

    @Autowired
    IncidentDay day;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Notifications notifications;

    @LocalServerPort
    int port;

    long incident;
    long dispatch;
    ProcessInstance instance;

    @BeforeEach
    void theDay() {
        init(engine);
        day.begin();
    }

    private void sent(String data, String agency, int severity) {
        day.report(port, REPORTER, MARGASANA_1, data);
        incident = day.newest();
        if (day.rows("SELECT agency FROM desk.dispatch WHERE agency = ?", agency)
                .isEmpty()) {
            decide("triage", "{\"severity\": %d, \"agencies\": [\"%s\"]}".formatted(severity, agency));
        }
        dispatch = day.dispatch(incident, agency);
        instance = day.dispatchInstance(dispatch);
    }

    private void decide(String act, String body) {
        var answer = day.as(port, DESK).post("/api/incidents/" + incident + "/" + act, body);
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private int answer(String username, long to, String act, String body) {
        return day.as(port, username)
                .post("/api/dispatches/" + to + "/" + act, body)
                .status();
    }

    private List<String> contacted() {
        return day.rows(
                "SELECT position || ' ' || name || ' ' || channel FROM desk.dispatch_contact WHERE dispatch_id = ? AND message_id IS NOT NULL ORDER BY position, number",
                dispatch);
    }

    private boolean waitsFor(String timer) {
        return management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .count()
                == 1;
    }

    @Test
    void theAgencysPeopleAreToldFirstAndMayConfirmInTasklist() {
        sent(FLOOD, "bpbd", 3);
        assertThat(instance).isWaitingAt("confirm-dispatch", "contacts-silent");
        Assertions.assertThat(contacted()).containsExactly("0 Bima BPBD OWN");
        var task = day.task(instance, "confirm-dispatch");
        assertThat(task).hasCandidateGroup("agency-bpbd-3604");
        Assertions.assertThat(task.getName())
                .isEqualTo("Konfirmasi terima: BPBD, K-" + incident + " Bencana, TPS 001 Margasana");
        Assertions.assertThat(day.finish(port, BPBD, instance, "confirm-dispatch", "{\"accepted\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(instance).isWaitingAt("report-handling");
        Assertions.assertThat(day.rows("SELECT answered_via || ' ' || answered_by FROM desk.dispatch"))
                .containsExactly("TASK Bima BPBD");
    }

    @Test
    void adaKontakBerikutnyaYaWritesToOneAfterTheOtherAndTheConfirmationStaysOpen() {
        sent(FLOOD, "bpbd", 3);
        day.fire(instance, "target-passed");
        Assertions.assertThat(contacted()).containsExactly("0 Bima BPBD OWN", "1 BPBD 3604 EMAIL");
        assertThat(instance).isWaitingAt("confirm-dispatch", "pause-over");
        day.fire(instance, "pause-over");
        day.fire(instance, "pause-over");
        Assertions.assertThat(contacted())
                .containsExactly("0 Bima BPBD OWN", "1 BPBD 3604 EMAIL", "2 BPBD 3604 SMS", "3 Bima BPBD OWN");
        Assertions.assertThat(day.rows(
                        "SELECT template FROM desk.message WHERE occasion LIKE 'dispatch:%' ORDER BY occasion"))
                .as("whatever is sent again says so")
                .containsExactly("incident-dispatch", "incident-reminder", "incident-reminder", "incident-reminder");
        answer(BPBD, dispatch, "acknowledge", "{}");
        assertThat(instance).isWaitingAt("report-handling").isNotWaitingAt("pause-over");
    }

    @Test
    void adaKontakBerikutnyaTidakWritesToNobodyTwice() {
        sent(FLOOD, "bpbd", 3);
        day.fire(instance, "target-passed");
        for (int step = 0; step < 3; step++) {
            day.fire(instance, "pause-over");
        }
        assertThat(instance)
                .hasPassed("contacts-used-up")
                .isWaitingAt("confirm-dispatch")
                .isNotWaitingAt("pause-over");
        Assertions.assertThat(contacted()).hasSize(4);
    }

    @Test
    void teleponSegeraYaAsksTheDeskAtOnce() {
        sent(STABBED, "polri", 4);
        assertThat(instance).isWaitingAt("confirm-dispatch", "call-agency-now").hasNotPassed("contacts-silent");
        assertThat(day.task(instance, "call-agency-now")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(contacted())
                .as("people and the nearest office at once")
                .containsExactly("0 Pardi Polri OWN", "0 POLRI 360405 SMS");
    }

    @Test
    void anAgencyWithoutContactsIsCalledAtOnceAndItsTasksLieAtTheDeskToo() {
        sent(FLOOD, "basarnas", 2);
        assertThat(instance).isWaitingAt("confirm-dispatch", "call-agency-now");
        Assertions.assertThat(tasks.getIdentityLinksForTask(
                        day.task(instance, "confirm-dispatch").getId()))
                .extracting(link -> link.getGroupId())
                .contains("desk-3604");
        day.fire(instance, "target-passed");
        assertThat(instance).hasPassed("contacts-used-up");
    }

    @Test
    void kontakTidakMenjawabOpensTheDesksCallOnce() {
        sent(FLOOD, "bpbd", 3);
        day.fire(instance, "contacts-silent");
        assertThat(instance).isWaitingAt("confirm-dispatch", "call-agency-now");
        Assertions.assertThat(waitsFor("contacts-silent")).isFalse();
        Assertions.assertThat(day.finish(port, DESK, instance, "call-agency-now", "{\"answer\": \"NONE\"}")
                        .status())
                .as("without a word on it")
                .isEqualTo(422);
        day.finish(
                port,
                DESK,
                instance,
                "call-agency-now",
                "{\"answer\": \"NONE\", \"note\": \"Dua nomor tidak diangkat\"}");
        assertThat(instance).isWaitingAt("confirm-dispatch").hasPassed("agency-called");
        Assertions.assertThat(day.steps(incident)).containsSubsequence("CALL_OPENED", "CALLED");
    }

    @Test
    void whatTheDeskHearsOnTheTelephoneIsAnAnswer() {
        sent(FLOOD, "bpbd", 3);
        day.fire(instance, "contacts-silent");
        Assertions.assertThat(day.finish(
                                port,
                                DESK,
                                instance,
                                "call-agency-now",
                                "{\"answer\": \"ACKNOWLEDGED\", \"note\": \"Segera berangkat\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("SPOKEN_TO_REQUIRED");
        day.finish(
                port,
                DESK,
                instance,
                "call-agency-now",
                "{\"answer\": \"ACKNOWLEDGED\", \"by\": \"Pak Udin\", \"note\": \"Segera berangkat\"}");
        assertThat(instance).isWaitingAt("report-handling").isNotWaitingAt("confirm-dispatch");
        Assertions.assertThat(day.rows("SELECT answered_via || ' ' || answered_by FROM desk.dispatch"))
                .containsExactly("PHONE Pak Udin (Dewi Desk)");
    }

    @Test
    void batasPimpinanLewatTellsTheLeaderOnce() {
        sent(FLOOD, "bpbd", 3);
        day.fire(instance, "leader-due");
        assertThat(instance).isWaitingAt("confirm-dispatch").hasPassed("tell-leader", "leader-told");
        Assertions.assertThat(waitsFor("leader-due")).isFalse();
        Assertions.assertThat(
                        day.rows(
                                "SELECT s.username FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = 'incident-unanswered'"))
                .containsExactly("sekda");
    }

    @Test
    void instansiMenerimaYaThenSelesaiDitanganiYa() {
        sent(FLOOD, "bpbd", 3);
        Assertions.assertThat(answer(BPBD, dispatch, "progress", "{\"state\": \"ON_THE_WAY\"}"))
                .as("whoever is on the way has confirmed")
                .isEqualTo(200);
        assertThat(instance).isWaitingAt("report-handling");
        answer(BPBD, dispatch, "progress", "{\"state\": \"ARRIVED\"}");
        answer(BPBD, dispatch, "progress", "{\"state\": \"ON_THE_WAY\"}");
        Assertions.assertThat(day.rows("SELECT state FROM desk.dispatch")).containsExactly("ARRIVED");
        Assertions.assertThat(answer(BPBD, dispatch, "close", "{}")).isEqualTo(422);
        answer(BPBD, dispatch, "close", "{\"outcome\": \"Pompa terpasang\"}");
        assertThat(instance).isEnded().hasPassed("dispatch-finished");
        Assertions.assertThat(answer(BPBD, dispatch, "close", "{\"outcome\": \"sekali lagi\"}"))
                .as("again is harmless")
                .isEqualTo(200);
        Assertions.assertThat(day.rows("SELECT remark FROM desk.dispatch")).containsExactly("Pompa terpasang");
    }

    @Test
    void selesaiDitanganiTidakSendsSomebodyElse() {
        sent(FIGHT, "polri", 2);
        day.agency("satpolpp", "3604", "WHATSAPP +6281200000009");
        answer(POLICE, dispatch, "acknowledge", "{}");
        day.finish(
                port,
                POLICE,
                instance,
                "report-handling",
                "{\"declined\": true, \"reason\": \"Mobil mogok di jalan\"}");
        assertThat(instance).isEnded().hasPassed("handling-done", "note-substitute", "dispatch-rerouted");
        assertThat(day.dispatchInstance(day.dispatch(incident, "satpolpp"))).isWaitingAt("confirm-dispatch");
        assertThat(day.instance(incident)).as("still being handled").isWaitingAt("handling-awaited");
    }

    @Test
    void instansiMenerimaTidakThenAdaPenggantinyaYa() {
        sent(FIGHT, "polri", 2);
        day.agency("satpolpp", "3604", "WHATSAPP +6281200000009");
        Assertions.assertThat(answer(POLICE, dispatch, "decline", "{}")).isEqualTo(422);
        answer(POLICE, dispatch, "decline", "{\"reason\": \"Semua regu di luar\"}");
        answer(POLICE, dispatch, "decline", "{\"reason\": \"Semua regu di luar\"}");
        assertThat(instance).isEnded().hasPassed("agency-accepts", "dispatch-rerouted");
        Assertions.assertThat(day.rows("SELECT agency || ' ' || part || ' ' || state FROM desk.dispatch ORDER BY id"))
                .containsExactly("polri PRIMARY DECLINED", "satpolpp SUBSTITUTE SENT");
        Assertions.assertThat(day.rows("SELECT open_dispatches::text FROM desk.incident"))
                .containsExactly("1");
    }

    @Test
    void adaPenggantinyaTidakLetsTheDeskChoose() {
        sent(FLOOD, "bpbd", 3);
        answer(BPBD, dispatch, "decline", "{\"reason\": \"Perahu rusak\"}");
        assertThat(instance).isWaitingAt("choose-substitute");
        assertThat(day.task(instance, "choose-substitute")).hasCandidateGroup("desk-3604");
        assertThat(day.instance(incident)).isWaitingAt("handling-awaited");
        day.finish(port, DESK, instance, "choose-substitute", "{\"agency\": \"tni\"}");
        assertThat(instance).isEnded().hasPassed("substitute-chosen");
        assertThat(day.dispatchInstance(day.dispatch(incident, "tni")))
                .isWaitingAt("confirm-dispatch", "call-agency-now");
    }

    @Test
    void theDeskMayHandleItItselfWhenNobodyGoes() {
        sent(FLOOD, "bpbd", 3);
        answer(BPBD, dispatch, "decline", "{\"reason\": \"Perahu rusak\"}");
        Assertions.assertThat(day.finish(port, DESK, instance, "choose-substitute", "{}")
                        .status())
                .isEqualTo(422);
        day.finish(port, DESK, instance, "choose-substitute", "{\"note\": \"Warga sudah mengevakuasi\"}");
        assertThat(instance).isEnded();
        assertThat(day.instance(incident)).isWaitingAt("close-incident");
    }

    @Test
    void theEnginesOwnCompletionWithoutAnAnswerIsRefused() {
        sent(FLOOD, "bpbd", 3);
        assertThatThrownBy(() ->
                        tasks.complete(day.task(instance, "confirm-dispatch").getId()))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
        assertThat(instance).isWaitingAt("confirm-dispatch");
    }

    @Test
    void aMailServerThatIsDownHurriesTheNextContacts() {
        sent(FIGHT, "polri", 2);
        var before = due("target-passed");
        // Nobody listens at the test's mail server and gateway.
        day.agency("damkar", "3604", "EMAIL piket@damkar.example.go.id\nWHATSAPP +6281200000007");
        decide("dispatches", "{\"agency\": \"damkar\"}");
        dispatch = day.dispatch(incident, "damkar");
        instance = day.dispatchInstance(dispatch);
        for (int attempt = 0; attempt < 12 && !day.steps(incident).contains("NOT_DELIVERED"); attempt++) {
            notifications.drain();
            day.timePasses();
        }
        Assertions.assertThat(day.steps(incident)).contains("NOT_DELIVERED");
        Assertions.assertThat(due("target-passed")).isBefore(before).isBeforeOrEqualTo(new java.util.Date());
        day.fire(instance, "target-passed");
        Assertions.assertThat(contacted()).containsExactly("0 DAMKAR 3604 EMAIL", "1 DAMKAR 3604 SMS");
    }

    private java.util.Date due(String timer) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getDuedate();
    }
}
