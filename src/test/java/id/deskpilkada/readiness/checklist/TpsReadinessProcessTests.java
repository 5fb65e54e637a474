package id.deskpilkada.readiness.checklist;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.readiness.checklist.ReadinessDay.logistics;
import static id.deskpilkada.readiness.checklist.ReadinessDay.site;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.readiness.OfflinePlanRecorded;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each way through {@code tps-readiness}, named after the label of its flow. */
@WholeApplication
class TpsReadinessProcessTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ReadinessOpening opening;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ReadinessFacts facts;

    @Autowired
    PreparationDates dates;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    ReadinessDay day;
    ProcessInstance instance;

    @BeforeEach
    void begin() {
        init(engine);
        day = new ReadinessDay(installation, election, opening, dispatcher, port);
        instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("pilkada-uji/R1/" + MARGASANA_1)
                .singleResult();
    }

    @Test
    void aTpsIsAskedForItsSiteFirst() {
        assertThat(instance).isWaitingAt("check-tps");
        var task = task("check-tps");
        assertThat(task)
                .hasCandidateGroup("village-admin-3604052002")
                .hasCandidateGroup("tps-officer-" + MARGASANA_1)
                .hasCandidateGroup("district-admin-360405");
        Assertions.assertThat(task.getName()).isEqualTo("Periksa kesiapan TPS: TPS 001 Margasana, tempat dan petugas");
        Assertions.assertThat(task.getDueDate().toInstant())
                .isEqualTo(dates.siteDue(day.round.id()).orElseThrow());
        Assertions.assertThat(state()).isEqualTo(ReadinessState.UNCHECKED);
    }

    @Test
    void withNothingMissingTheNextStageFollowsUntilNoneIsLeft() {
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        assertThat(instance).isWaitingAt("check-tps");
        Assertions.assertThat(task("check-tps").getName()).endsWith("logistik");
        Assertions.assertThat(task("check-tps").getDueDate().toInstant())
                .isEqualTo(dates.logisticsDue(day.round.id()).orElseThrow());
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
        day.accepted("siti", MARGASANA_1, logistics(Map.of()));
        assertThat(instance).isEnded().hasPassed("readiness-checked").hasNotPassed("mend-shortcomings");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.READY);
    }

    @Test
    void whatIsMissingIsMendedByItsOwnersAndCheckedAgain() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING", "FLOOD_SAFE", "DAMAGED", "LAMPS", "OK")));
        assertThat(instance).isWaitingAt("follow-up-shortcomings");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.NOT_READY);
        Assertions.assertThat(groups("follow-up-shortcomings"))
                .containsExactlyInAnyOrder("camat-360405", "agency-bpbd-360405", "agency-bpbd-3604");
        Assertions.assertThat(facts.openShortcomings(day.round.id(), "3604"))
                .extracting(ReadinessFacts.OwnerCount::owner)
                .containsExactly("bpbd", "camat");

        finish("camat", "follow-up-shortcomings", Map.of("note", "Tenda dipinjam dari kecamatan"));
        finish("bima", "follow-up-shortcomings", Map.of("note", "Tanggul pasir dipasang"));
        assertThat(instance).isWaitingAt("recheck-tps");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.NOT_READY);
        day.accepted("siti", MARGASANA_1, site(Map.of("FLOOD_SAFE", "MISSING")));
        assertThat(instance).isWaitingAt("follow-up-shortcomings");
        Assertions.assertThat(tasks("follow-up-shortcomings")).hasSize(1);
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
        finish("bima", "follow-up-shortcomings", Map.of("note", "Dipindah ke teras balai desa"));
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        assertThat(instance).isWaitingAt("check-tps").hasPassed("shortcomings-rechecked");
    }

    @Test
    void anOwnerWithoutAnybodyIsTheDesksToCall() {
        day.accepted("siti", MARGASANA_1, site(Map.of("KPPS", "MISSING")));
        Assertions.assertThat(groups("follow-up-shortcomings"))
                .containsExactlyInAnyOrder("agency-kpu-360405", "agency-kpu-3604", "desk-3604");
    }

    @Test
    void whatNobodyKnowsIsLookedAtAgainWithoutAnOwner() {
        day.accepted("siti", MARGASANA_1, site(Map.of("CALM", "UNKNOWN")));
        assertThat(instance).isWaitingAt("recheck-tps");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
    }

    @Test
    void shortcomingsThatChangeCallTheirFollowUpsOff() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        var before = task("follow-up-shortcomings").getId();
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "DAMAGED")));
        Assertions.assertThat(task("follow-up-shortcomings").getId()).isEqualTo(before);
        day.accepted("siti", MARGASANA_1, site(Map.of("KPPS", "MISSING")));
        Assertions.assertThat(task("follow-up-shortcomings").getId()).isNotEqualTo(before);
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        assertThat(instance).isWaitingAt("check-tps").hasPassed("shortcomings-changed");
    }

    @Test
    void atTheDeadlineTheDeskIsAskedAndTakesTheTpsWithANote() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        deadlinePasses();
        assertThat(instance).isWaitingAt("decide-readiness", "follow-up-shortcomings");
        Assertions.assertThat(groups("decide-readiness")).containsExactly("desk-3604");
        Assertions.assertThat(jdbc.sql("SELECT count(*) FROM message WHERE template = 'readiness-deadline'")
                        .query(Long.class)
                        .single())
                .as("one to each of the desk: Dewi and the administrator")
                .isEqualTo(2);
        finish("dewi", "decide-readiness", Map.of("decision", "ACCEPT", "note", "Tenda datang pagi hari H"));
        assertThat(instance).isWaitingAt("check-tps").hasPassed("accepted-with-notes");
        Assertions.assertThat(task("check-tps").getName()).endsWith("logistik");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
    }

    @Test
    void passedOnToKpuAndNotRelocatedItIsTakenWithANote() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        deadlinePasses();
        finish("dewi", "decide-readiness", Map.of("decision", "PASS_ON", "note", "Lokasi tergenang"));
        assertThat(instance).isWaitingAt("record-kpu-decision", "follow-up-shortcomings");
        var malformed = complete("dewi", task("record-kpu-decision").getId(), Map.of("number", "12", "date", "besok"));
        Assertions.assertThat(malformed.status()).isEqualTo(422);
        finish("dewi", "record-kpu-decision", Map.of("number", "12/PP.05", "date", "2024-11-21", "relocated", false));
        assertThat(instance).isWaitingAt("check-tps");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
    }

    @Test
    void aTpsRelocatedByKpuIsCheckedAnew() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        deadlinePasses();
        finish("dewi", "decide-readiness", Map.of("decision", "PASS_ON", "note", "Lokasi tergenang"));
        finish("dewi", "record-kpu-decision", Map.of("number", "12/PP.05", "date", "2024-11-21", "relocated", true));
        assertThat(instance).isWaitingAt("check-tps").hasPassed("relocated-by-kpu");
        Assertions.assertThat(task("check-tps").getName()).endsWith("tempat dan petugas");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.UNCHECKED);
        Assertions.assertThat(facts.openShortcomings(day.round.id(), "")).isEmpty();
    }

    @Test
    void aRecheckBeforeTheDeskDecidesTakesTheDesksTaskAway() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        deadlinePasses();
        finish("camat", "follow-up-shortcomings", Map.of("note", "Sudah"));
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        assertThat(instance).isWaitingAt("check-tps");
        Assertions.assertThat(tasks("decide-readiness")).isEmpty();
    }

    @Test
    void aBlankSpotIsNotReadyUntilItsOfflinePlanIsThere() {
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("connectivity", "NONE"));
        Assertions.assertThat(state()).isEqualTo(ReadinessState.NOT_READY);
        Assertions.assertThat(groups("follow-up-shortcomings")).contains("agency-diskominfo-3604", "desk-3604");
        complete("dewi", task("follow-up-shortcomings").getId(), Map.of("note", "Akan disurvei"));
        assertThat(instance).isWaitingAt("recheck-tps");
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("connectivity", "NONE"));
        assertThat(instance).isWaitingAt("follow-up-shortcomings");
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("connectivity", "WEAK"));
        assertThat(instance).isWaitingAt("check-tps");
    }

    @Test
    void aPlanThatChangesNothingLeavesTheWorkAlone() {
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("connectivity", "NONE"));
        var before = task("follow-up-shortcomings").getId();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new OfflinePlanRecorded(day.round.id(), MARGASANA_1)));
        Assertions.assertThat(task("follow-up-shortcomings").getId()).isEqualTo(before);
    }

    @Test
    void aBlankSpotIsReadyOnceItsOfflinePlanIsWrittenDown() {
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("connectivity", "NONE"));
        Assertions.assertThat(state()).isEqualTo(ReadinessState.NOT_READY);

        var answer = day.client("siti")
                .put(
                        "/api/offline-plans/" + MARGASANA_1,
                        "{\"channel\": \"COURIER\", \"personName\": \"Budi\", \"personPhone\": \"0812-3456-7890\", \"times\": [\"19.30\"]}");

        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Assertions.assertThat(answer.body().get("connectivity").asText()).isEqualTo("NONE");
        Assertions.assertThat(state()).isNotEqualTo(ReadinessState.NOT_READY);
        assertThat(instance).isWaitingAt("check-tps");
    }

    @Test
    void floodProneLandStaysAConditionOnceItsOwnerHasSeenToIt() {
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("floodRisk", true));
        finish("bima", "follow-up-shortcomings", Map.of("note", "Perahu dan lokasi cadangan siap"));
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("floodRisk", true));
        assertThat(instance).isWaitingAt("check-tps");
        Assertions.assertThat(state()).isEqualTo(ReadinessState.CONDITIONAL);
    }

    @Test
    void aReportOnLogisticsBeforeTheSiteIsKeptAndNotAskedAgain() {
        day.accepted("siti", MARGASANA_1, logistics(Map.of()));
        Assertions.assertThat(task("check-tps").getName()).endsWith("tempat dan petugas");
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        assertThat(instance).isEnded();
        Assertions.assertThat(state()).isEqualTo(ReadinessState.READY);
    }

    @Test
    void whatGoesMissingAfterTheCaseIsOverOpensItAgain() {
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        day.accepted("siti", MARGASANA_1, logistics(Map.of()));
        day.accepted("siti", MARGASANA_1, logistics(Map.of("BALLOT_BOX", "DAMAGED")));
        Assertions.assertThat(state()).isEqualTo(ReadinessState.NOT_READY);
        Assertions.assertThat(groups("follow-up-shortcomings")).contains("agency-kpu-3604");
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("pilkada-uji/R1/" + MARGASANA_1)
                        .count())
                .isOne();
    }

    @Test
    void followUpsAreDueNoLaterThanTheirStage() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        Instant due = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        setup.reschedule(
                day.round.id(),
                elections.slots(day.round.id()).stream()
                        .map(slot ->
                                slot.kind().equals("READINESS") && slot.slot().equals("H-7")
                                        ? new SlotRef("H-7", "READINESS", slot.opensAt(), due, false)
                                        : slot)
                        .toList());
        while (opening.openNext(elections.round(day.round.id()))) {
            Assertions.assertThat(due).isNotNull();
        }
        Assertions.assertThat(task("follow-up-shortcomings").getDueDate()).isEqualTo(Date.from(due));
    }

    @Test
    void anotherScheduleMovesDeadlinesAndDueDates() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        Instant due = dates.siteDue(day.round.id()).orElseThrow().plusSeconds(86_400);
        var slots = new ArrayList<SlotRef>();
        for (var slot : elections.slots(day.round.id())) {
            boolean site = slot.kind().equals("READINESS") && slot.slot().equals("H-7");
            slots.add(site ? new SlotRef("H-7", "READINESS", slot.opensAt(), due, false) : slot);
        }
        setup.reschedule(day.round.id(), slots);
        while (opening.openNext(elections.round(day.round.id()))) {
            Assertions.assertThat(due).isNotNull();
        }
        Assertions.assertThat(deadline().getDuedate()).isEqualTo(Date.from(due));
        Assertions.assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("check-tps")
                        .dueDate(Date.from(due))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aTaskIsNotFinishedPastItsForm() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        var id = task("follow-up-shortcomings").getId();
        assertThatThrownBy(() -> tasks.complete(id)).hasRootCauseInstanceOf(BadUserRequestException.class);
        assertThat(instance).isWaitingAt("follow-up-shortcomings");
    }

    @Test
    void theSecondOfTwoWhoFinishATaskLearnsThatItIsDone() {
        day.accepted("siti", MARGASANA_1, site(Map.of("KPPS", "MISSING")));
        var id = task("follow-up-shortcomings").getId();
        Assertions.assertThat(complete("dewi", id, Map.of("note", "KPU sudah melantik"))
                        .status())
                .isEqualTo(200);
        Assertions.assertThat(complete("dewi", id, Map.of("note", "KPU sudah melantik"))
                        .status())
                .isEqualTo(200);
        Assertions.assertThat(complete("dewi", id, Map.of("note", "lain")).status())
                .isEqualTo(410);
    }

    @Test
    void aTaskHeldByAnotherIsNotTakenOver() {
        var id = task("check-tps").getId();
        day.client("siti").post("/api/tasks/" + id + "/claim", "{}");
        var report = day.send("sari", MARGASANA_1, site(Map.of()));
        Assertions.assertThat(complete("sari", id, Map.of("reportId", report.toString()))
                        .status())
                .isEqualTo(409);
    }

    private void deadlinePasses() {
        management.executeJob(deadline().getId());
    }

    private org.camunda.bpm.engine.runtime.Job deadline() {
        return management.createJobQuery().activityId("deadline-passed").singleResult();
    }

    private Task task(String key) {
        return tasks(key).get(0);
    }

    private List<Task> tasks(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("pilkada-uji/R1/" + MARGASANA_1)
                .taskDefinitionKey(key)
                .list();
    }

    private List<String> groups(String key) {
        return tasks(key).stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(link -> link.getGroupId())
                .toList();
    }

    private Answer complete(String username, String taskId, Map<String, Object> data) {
        return day.client(username)
                .post(
                        "/api/tasks/" + taskId + "/complete",
                        ReadinessDay.JSON.valueToTree(Map.of("data", data)).toString());
    }

    private void finish(String username, String key, Map<String, Object> data) {
        for (var task : tasks(key)) {
            var answer = complete(username, task.getId(), data);
            if (answer.status() == 200) {
                return;
            }
            Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
        throw new AssertionError(username + " has no task " + key);
    }

    private ReadinessState state() {
        return facts.stations(day.round.id(), MARGASANA_1, 0, 1).items().get(0).state();
    }
}
