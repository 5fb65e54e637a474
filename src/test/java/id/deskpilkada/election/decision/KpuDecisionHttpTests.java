package id.deskpilkada.election.decision;

import static id.deskpilkada.staff.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionDraft.RoundDraft;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class KpuDecisionHttpTests {

    private static final String ADDRESS = "/api/elections/pilkada-uji/rounds/R1/kpu-decisions";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Elections elections;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    ProcessEngine engine;

    private RoundRef round;
    private DeskClient desk;

    @BeforeEach
    void begin() {
        installation.empty();
        round = small.withVoting();
        var people = new People(staff, secrets);
        people.add("desk", "Dewi Desk", "desk@36.04");
        people.add("camat", "Cici Camat", "camat@36.04.05");
        people.add("pimpinan", "Pak Sekda", "leader@36.04");
        desk = new DeskClient(port, "desk", PASSWORD);
        due().forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    @Test
    void aRevoteIsARoundOfItsOwnWhileTheOldOneStays() {
        var decision = revote("001/PSU", ", \"tps\": [\"" + SmallElection.BAROS_1 + "\"]");
        var answer = desk.post(ADDRESS, decision);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/openedRound").asText()).isEqualTo("PSU-1");
        assertThat(answer.body().at("/recordedBy").asText()).isEqualTo("Dewi Desk");
        var opened = elections.named("pilkada-uji", "PSU-1");
        assertThat(opened.kind()).isEqualTo(RoundKind.REVOTE);
        assertThat(opened.phase()).isEqualTo(RoundPhase.STARTED);
        assertThat(elections.stations(opened, "")).hasSize(1);
        assertThat(elections.slots(opened.id())).allMatch(slot -> slot.dueAt().isAfter(Instant.now()));
        assertThat(elections.slots(opened.id()).get(0).slot()).isEqualTo("H-3");
        assertThat(elections.named("pilkada-uji", "R1").phase()).isEqualTo(RoundPhase.STARTED);
        assertThat(passed()).contains("apply-decision", "round-opened");
        assertThat(desk.post(ADDRESS, decision).status()).as("the same again").isEqualTo(200);
        assertThat(elections.rounds(round.electionId())).hasSize(2);
        assertThat(desk.get(ADDRESS).body().at("/total").asInt()).isOne();
        assertThat(desk.post(ADDRESS, revote("002/PSU", ""))
                        .body()
                        .at("/openedRound")
                        .asText())
                .isEqualTo("PSU-2");
    }

    @Test
    void theSameNumberWithOtherContentIsRefused() {
        desk.post(ADDRESS, revote("001/PSU", ""));
        var other = desk.post(ADDRESS, revote("001/PSU", ", \"note\": \"lain\""));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().at("/code").asText()).isEqualTo("DECISION_RECORDED");
    }

    @Test
    void setUpLeavesWhatADecisionOpenedAsItIs() {
        desk.post(ADDRESS, revote("001/PSU", ""));
        var before = elections.slots(elections.named("pilkada-uji", "PSU-1").id());
        var draft = SmallElection.draft(List.of(new RoundDraft("R1", RoundKind.REGULAR, null, null)));
        setup.put(new id.deskpilkada.election.ElectionDraft(
                draft.code(), draft.name(), round.date(), draft.races(), draft.rounds(), elections.slots(round.id())));
        assertThat(elections.slots(elections.named("pilkada-uji", "PSU-1").id()))
                .isEqualTo(before);
    }

    @Test
    void longerHoursMoveTimersAndDueTimesAtOnce() {
        var before = elections.slot(round.id(), "C1", "C1");
        var last = elections.slot(round.id(), "VOTING", "13.30");
        var closes = before.opensAt().plus(2, ChronoUnit.HOURS);
        var answer = desk.post(ADDRESS, extension("7/2026", "\"closesAt\": \"%s\"".formatted(offset(closes))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var after = elections.slot(round.id(), "C1", "C1");
        assertThat(after.opensAt()).isEqualTo(closes);
        assertThat(after.dueAt()).isEqualTo(before.dueAt().plus(2, ChronoUnit.HOURS));
        assertThat(elections.slot(round.id(), "VOTING", "13.30").dueAt())
                .isEqualTo(last.dueAt().plus(2, ChronoUnit.HOURS));
        assertThat(passed()).contains("hours-extended");
        assertThat(dueOf(SmallElection.BAROS_1)).isEqualTo(after.dueAt());
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("election-round")
                        .count())
                .isOne();
    }

    @Test
    void aNamedSlotMovesWithTheTimerThatWaitsForIt() {
        var opens = elections.slot(round.id(), "VOTING", "12.00").opensAt().plus(30, ChronoUnit.MINUTES);
        var due = elections.slot(round.id(), "VOTING", "12.00").dueAt().plus(30, ChronoUnit.MINUTES);
        while (!due().isEmpty()) {
            engine.getManagementService().executeJob(due().get(0).getId());
        }
        desk.post(
                ADDRESS,
                extension(
                        "8/2026",
                        "\"schedule\": [{\"kind\": \"VOTING\", \"slot\": \"12.00\", \"opensAt\": \"%s\", \"dueAt\": \"%s\"}]"
                                .formatted(offset(opens), offset(due))));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("voting-slot-opened")
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(opens));
    }

    @Test
    void longerHoursForSomeStationsLeaveTheOthersAsTheyAre() {
        var before = elections.slot(round.id(), "C1", "C1");
        var closes = before.opensAt().plus(1, ChronoUnit.HOURS);
        desk.post(
                ADDRESS,
                extension(
                        "9/2026",
                        "\"closesAt\": \"%s\", \"tps\": [\"%s\"]".formatted(offset(closes), SmallElection.BAROS_1)));
        assertThat(elections.slot(round.id(), "C1", "C1")).isEqualTo(before);
        assertThat(dueOf(SmallElection.BAROS_1)).isEqualTo(before.dueAt().plus(1, ChronoUnit.HOURS));
        assertThat(dueOf(SmallElection.MARGASANA_1)).isEqualTo(before.dueAt());
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var answer = desk.post(
                ADDRESS,
                """
                {"kind": "REVOTE", "number": " ", "decidedOn": "%s", "day": "%s", "closesAt": "2030-01-01T00:00:00Z",
                 "tps": ["3604172001077", "36", "%s"]}
                """
                        .formatted(TODAY.plusDays(1), TODAY.minusDays(1), SmallElection.BAROS_1));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(codes(answer.body()))
                .containsExactlyInAnyOrder(
                        "number REQUIRED",
                        "decidedOn DATE_AHEAD",
                        "day DATE_OVER",
                        "closesAt NOT_OF_THIS_DECISION",
                        "tps.0 UNKNOWN_TPS",
                        "tps.1 MALFORMED_TPS_CODE");
        var extension = desk.post(ADDRESS, extension("1", "\"closesAt\": \"2020-01-01T00:00:00Z\""));
        assertThat(codes(extension.body())).containsExactly("closesAt NOT_LATER");
        assertThat(desk.get(ADDRESS).body().at("/total").asInt()).isZero();
    }

    @Test
    void aStationOfAnotherRoundIsToldApart() {
        desk.post(ADDRESS, revote("001/PSU", ", \"tps\": [\"" + SmallElection.BAROS_1 + "\"]"));
        var answer = desk.post(
                "/api/elections/pilkada-uji/rounds/PSU-1/kpu-decisions",
                revote("1", ", \"tps\": [\"" + SmallElection.MARGASANA_1 + "\"]"));
        assertThat(codes(answer.body())).containsExactly("tps.0 TPS_OF_OTHER_ROUND");
    }

    @Test
    void aDecisionAboutARoundThatIsOverOpensARoundAllTheSame() {
        installation.asOwner().update("UPDATE desk.round SET phase = 'CLOSED'");
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("election-round")
                .list()
                .forEach(one -> engine.getRuntimeService().deleteProcessInstance(one.getId(), "test"));
        assertThat(desk.post(ADDRESS, revote("MK-1", "")).status()).isEqualTo(201);
        assertThat(elections.named("pilkada-uji", "PSU-1").phase()).isEqualTo(RoundPhase.STARTED);
        var longer = desk.post(
                ADDRESS,
                extension(
                        "MK-2",
                        "\"closesAt\": \"%s\"".formatted(offset(Instant.now().plusSeconds(90_000)))));
        assertThat(longer.body().at("/code").asText()).isEqualTo("ROUND_CLOSED");
    }

    @Test
    void readersReadAndOthersAreRefused() {
        var leader = new DeskClient(port, "pimpinan", PASSWORD);
        assertThat(leader.get(ADDRESS).status()).isEqualTo(200);
        assertThat(leader.post(ADDRESS, revote("1", "")).status()).isEqualTo(403);
        assertThat(new DeskClient(port, "camat", PASSWORD).get(ADDRESS).status())
                .isEqualTo(403);
    }

    @Test
    void closingAsksForConfirmationWhileAnythingIsOpen() {
        setup.reschedule(
                round.id(),
                List.of(new id.deskpilkada.election.SlotRef(
                        "C1",
                        "C1",
                        Instant.now().minusSeconds(60),
                        Instant.now().minusSeconds(30),
                        false)));
        while (!due().isEmpty()) {
            engine.getManagementService().executeJob(due().get(0).getId());
        }
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("close-desk")
                .singleResult();
        var complete = "/api/tasks/" + task.getId() + "/complete";
        var open = desk.post(complete, "{\"data\": {}}");
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.body().at("/code").asText()).isEqualTo("DESK_STILL_OPEN");
        assertThat(codes(open.body())).contains("MISSING_C1 STILL_OPEN");
        assertThat(desk.get("/api/elections/pilkada-uji/rounds/R1")
                        .body()
                        .at("/stage")
                        .asText())
                .isEqualTo("REPORTING");
        assertThat(desk.get("/api/elections/pilkada-uji/rounds/R1/standing")
                        .body()
                        .at("/figures/0/count")
                        .asInt())
                .isEqualTo(10);
        assertThat(desk.post(complete, "{\"data\": {\"confirmed\": true, \"note\": \"Menunggu KPU\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(elections.named("pilkada-uji", "R1").phase()).isEqualTo(RoundPhase.CLOSED);
    }

    private static String revote(String number, String more) {
        return """
                {"kind": "REVOTE", "number": "%s", "decidedOn": "%s", "day": "%s"%s}"""
                .formatted(number, TODAY, TODAY.plusDays(5), more);
    }

    private static String extension(String number, String more) {
        return """
                {"kind": "EXTENSION", "number": "%s", "decidedOn": "%s", %s}"""
                .formatted(number, TODAY, more);
    }

    private static String offset(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneId.of("Asia/Jakarta")).toString();
    }

    private static List<String> codes(JsonNode problem) {
        return problem.at("/errors").findParents("code").stream()
                .map(error ->
                        error.at("/field").asText() + " " + error.at("/code").asText())
                .toList();
    }

    private Instant dueOf(String tps) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT max(due_at) FROM desk.expected_report WHERE kind = 'C1' AND tps_code = ?",
                        OffsetDateTime.class,
                        tps)
                .toInstant();
    }

    private List<String> passed() {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().finished().list().stream()
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<Job> due() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("election-round")
                .executable()
                .list();
    }
}
