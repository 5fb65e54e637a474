package id.deskpilkada.voting.monitoring;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.voting.VotingDay;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way through {@code voting-monitoring}: two TPS in Margasana, of which the second has an officer of its own. */
@WholeApplication
class VotingMonitoringProcessTests {

    private static final String MARGASANA = "3604052002";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MonitoringWork work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    VotingDay day;
    ProcessInstance instance;

    @BeforeEach
    void begin() {
        init(engine);
        day = new VotingDay(installation, election, dispatcher, port);
        expectReports();
        open("10.00");
        instance = instance("10.00", MARGASANA);
    }

    /** As the job of the round does. */
    private void expectReports() {
        management
                .createJobQuery()
                .activityId("expect-reports")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void open(String slot) {
        while (work.openNext(day.round, elections.slot(day.round.id(), "VOTING", slot))) {
            Assertions.assertThat(day.round).isNotNull();
        }
    }

    @Test
    void eachReporterGetsOneTaskForTheirOwnStations() {
        assertThat(instance).isWaitingAt("report-voting");
        Assertions.assertThat(names())
                .containsExactlyInAnyOrder("Laporan 10.00: Margasana", "Laporan 10.00: TPS 002 Margasana");
        assertThat(task(MARGASANA))
                .hasCandidateGroup("village-admin-3604052002")
                .hasCandidateGroup("district-admin-360405");
        assertThat(task(MARGASANA_2)).hasCandidateGroup("tps-officer-" + MARGASANA_2);
        Assertions.assertThat(task(MARGASANA).getDueDate().toInstant())
                .isEqualTo(elections.slot(day.round.id(), "VOTING", "10.00").dueAt());
        Assertions.assertThat(day.client("siti")
                        .get("/api/tasks?process=voting-monitoring")
                        .body()
                        .path("items"))
                .hasSize(1);
        Assertions.assertThat(day.client("tono")
                        .get("/api/tasks?process=voting-monitoring")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void itEndsWhenAllStationsHaveReportedThroughWhateverChannel() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        assertThat(instance).isWaitingAt("report-voting");
        Assertions.assertThat(names()).containsExactly("Laporan 10.00: TPS 002 Margasana");
        var byPhone = VotingDay.tps(MARGASANA_2, "10.00", "{\"security\":\"CALM\"}")
                .replace("\"kind\"", "\"source\":\"PHONE\",\"onBehalfOf\":\"tono\",\"kind\"");
        day.handled("dewi", byPhone);
        assertThat(instance).isEnded().hasPassed("all-stations-reported");
        Assertions.assertThat(watchStates()).containsOnly("COMPLETE", "OPEN");
    }

    @Test
    void aReportOfAnotherSlotLeavesTheTaskOpen() {
        day.accepted("siti", MARGASANA_1, "07.30", "{\"security\":\"CALM\"}");
        Assertions.assertThat(names()).hasSize(2);
    }

    @Test
    void theSlotClosesWithSomebodyMissing() {
        var timer = timer();
        Assertions.assertThat(timer.getDuedate().toInstant())
                .isEqualTo(elections.slot(day.round.id(), "VOTING", "12.00").dueAt());
        management.executeJob(timer.getId());
        assertThat(instance).isEnded().hasPassed("closed-with-missing");
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        Assertions.assertThat(names()).isEmpty();
    }

    @Test
    void theLastSlotIsOpenUntilTheFormsAreDue() {
        open("13.30");
        var last = instance("13.30", MARGASANA);
        var timer = management
                .createJobQuery()
                .processInstanceId(last.getId())
                .activityId("slot-closed")
                .singleResult();
        Assertions.assertThat(timer.getDuedate().toInstant())
                .isEqualTo(elections.slot(day.round.id(), "C1", "C1").dueAt());
    }

    @Test
    void aSlotThatIsOverIsNotOpened() {
        open("06.00");
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("%/VOTING/06.00/%")
                        .count())
                .isZero();
    }

    @Test
    void openingAgainOpensNothingTwice() {
        open("10.00");
        work.openNext(day.round);
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("%/VOTING/10.00/%")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void timersFollowTheSchedule() {
        moved("12.00", Duration.ofMinutes(30));
        Assertions.assertThat(timer().getDuedate().toInstant())
                .isEqualTo(elections.slot(day.round.id(), "VOTING", "12.00").dueAt());
        moved("10.00", Duration.ofMinutes(-10));
        Assertions.assertThat(task(MARGASANA).getDueDate().toInstant())
                .isEqualTo(elections.slot(day.round.id(), "VOTING", "10.00").dueAt());
        moved("10.00", Duration.ofHours(-2));
        moved("12.00", Duration.ofHours(-4));
        Assertions.assertThat(timer().getDuedate()).isBefore(new Date());
    }

    @Test
    void aSlotThatClosedIsOpenedAgainByALaterSchedule() {
        management.executeJob(timer().getId());
        assertThat(instance).isEnded();
        moved("12.00", Duration.ofMinutes(30));
        work.openNext(day.round);
        Assertions.assertThat(instance("10.00", MARGASANA)).isNotNull();
    }

    @Test
    void aSlotThatIsWithdrawnIsNoLongerAsked() {
        setup.reschedule(
                day.round.id(),
                elections.slots(day.round.id()).stream()
                        .filter(slot -> !slot.slot().equals("10.00"))
                        .toList());
        assertThat(instance).isEnded().hasPassed("no-longer-asked");
    }

    @Test
    void anOfficerWhoIsNamedMeanwhileGetsTheirOwnTask() {
        election.load(
                "staff",
                "username,nama,peran,wilayah,kata_sandi\nrini,Rini,tps-officer,%s,%s\n"
                        .formatted(MARGASANA_1, VotingDay.PASSWORD));
        Assertions.assertThat(names())
                .containsExactlyInAnyOrder("Laporan 10.00: TPS 001 Margasana", "Laporan 10.00: TPS 002 Margasana");
        day.accepted("rini", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        day.accepted("tono", MARGASANA_2, "10.00", "{\"security\":\"CALM\"}");
        assertThat(instance).isEnded().hasPassed("all-stations-reported");
    }

    @Test
    void theStationOfAnOfficerWhoLeavesFallsToTheVillage() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        Assertions.assertThat(names()).containsExactly("Laporan 10.00: TPS 002 Margasana");
        var tono = staff.person("tono").orElseThrow();
        staff.dismiss(tono.id(), new Grant("tps-officer", MARGASANA_2));
        Assertions.assertThat(names()).containsExactly("Laporan 10.00: Margasana");
        day.accepted("siti", MARGASANA_2, "10.00", "{\"security\":\"CALM\"}");
        assertThat(instance).isEnded();
    }

    @Test
    void aStationThatIsAddedMeanwhileIsAskedToo() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        election.load("polling-stations", "kode_tps,alamat\n" + MARGASANA + "003,Lapangan\n");
        work.openNext(day.round);
        Assertions.assertThat(names())
                .containsExactlyInAnyOrder("Laporan 10.00: Margasana", "Laporan 10.00: TPS 002 Margasana");
        day.accepted("siti", MARGASANA + "003", "10.00", "{\"security\":\"CALM\"}");
        Assertions.assertThat(names()).containsExactly("Laporan 10.00: TPS 002 Margasana");
    }

    @Test
    void finishingByHandIsRefusedWithTheStationsThatAreMissing() {
        var answer = day.client("siti").post("/api/tasks/" + task(MARGASANA).getId() + "/complete", "{\"data\":{}}");
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        Assertions.assertThat(answer.body().path("code").asText()).isEqualTo("VOTING_REPORTS_MISSING");
        Assertions.assertThat(answer.body().at("/errors/0/value").asText()).isEqualTo(MARGASANA_1);
        var id = task(MARGASANA).getId();
        assertThatThrownBy(() -> tasks.complete(id)).hasMessageContaining(MARGASANA_1);
    }

    @Test
    void whoReportedBeforeTheSlotOpenedIsNotAsked() {
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"CALM\"}");
        open("12.00");
        Assertions.assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance("12.00", MARGASANA).getId())
                        .list())
                .extracting(Task::getName)
                .containsExactly("Laporan 12.00: TPS 002 Margasana");
    }

    @Test
    void anExcusedStationIsNotWaitedFor() {
        var excuse = day.client("dewi")
                .post(
                        "/api/progress/excuses",
                        "{\"kind\":\"VOTING\",\"slot\":\"10.00\",\"tps\":[\"%s\",\"%s\"],\"reason\":\"Banjir, tidak ada sinyal\"}"
                                .formatted(MARGASANA_1, MARGASANA_2));
        Assertions.assertThat(excuse.status()).as(excuse.text()).isLessThan(300);
        assertThat(instance).isEnded().hasPassed("all-stations-reported");
    }

    private ProcessInstance instance(String slot, String village) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("pilkada-uji/R1/VOTING/" + slot + "/" + village)
                .singleResult();
    }

    private Task task(String reporter) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .filter(task -> reporter.equals(tasks.getVariable(task.getId(), "reporter")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(Task::getName)
                .toList();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("slot-closed")
                .singleResult();
    }

    private List<String> watchStates() {
        return installation.asOwner().queryForList("SELECT state FROM desk.voting_watch", String.class);
    }

    private void moved(String name, Duration by) {
        setup.reschedule(
                day.round.id(),
                elections.slots(day.round.id()).stream()
                        .map(slot -> slot.slot().equals(name)
                                ? new SlotRef(
                                        name,
                                        slot.kind(),
                                        slot.opensAt(),
                                        slot.dueAt().plus(by),
                                        false)
                                : slot)
                        .toList());
    }
}
