package id.deskpilkada.readiness.checklist;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.readiness.checklist.ReadinessDay.logistics;
import static id.deskpilkada.readiness.checklist.ReadinessDay.report;
import static id.deskpilkada.readiness.checklist.ReadinessDay.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Readiness as programs see it over HTTP, and what imports and restarts do to it. */
@WholeApplication
class ReadinessHttpTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ReadinessOpening opening;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ReadinessFacts facts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    ReadinessDay day;

    @BeforeEach
    void begin() {
        day = new ReadinessDay(installation, election, opening, dispatcher, port);
    }

    @Test
    void everythingThatCannotBeReadIsNamedFieldByField() {
        var data = site(Map.of("ROOF", "BROKEN", "BALLOT_BOX", "OK", "LASER", "OK"))
                .put("connectivity", "FAST")
                .put("kppsPresent", 700)
                .put("mood", "good");
        data.remove("floodRisk");
        data.putObject("location").put("lat", 91);
        var answer = day.client("siti").put("/api/field-reports/" + UUID.randomUUID(), report(MARGASANA_1, data));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "data.mood",
                        "data.items.ROOF",
                        "data.items.BALLOT_BOX",
                        "data.items.LASER",
                        "data.connectivity",
                        "data.floodRisk",
                        "data.location.lat",
                        "data.location.lng",
                        "data.kppsPresent");
        var foreign =
                day.client("joko").put("/api/field-reports/" + UUID.randomUUID(), report(MARGASANA_1, site(Map.of())));
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void aReportByTasklistAndOneByTheApiHaveTheSameEffect() {
        var byTask = day.send("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey("pilkada-uji/R1/" + MARGASANA_1)
                .singleResult();
        assertThat(day.client("siti")
                        .post(
                                "/api/tasks/" + task.getId() + "/complete",
                                "{\"data\": {\"reportId\": \"%s\"}}".formatted(byTask))
                        .status())
                .isEqualTo(200);
        dispatcher.drain();
        day.accepted("siti", MARGASANA_2, site(Map.of("ROOF", "MISSING")));
        var one = withoutNames(
                day.client("camat").get("/api/readiness/" + MARGASANA_1).body());
        var other = withoutNames(
                day.client("camat").get("/api/readiness/" + MARGASANA_2).body());
        assertThat(one).isEqualTo(other);
        assertThat(one).contains("NOT_READY").contains("\"ROOF\"");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("follow-up-shortcomings")
                        .count())
                .isEqualTo(2);
    }

    private static String withoutNames(JsonNode readiness) {
        return readiness.toString().replaceAll("360405200200\\d|TPS 00\\d|\"[0-9T:.+-]+Z\"", "");
    }

    @Test
    void everyReportIsKeptAsAVersion() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")).put("remarks", "Tenda belum datang"));
        day.accepted("sari", MARGASANA_1, site(Map.of()));
        var versions =
                day.client("siti").get("/api/readiness/" + MARGASANA_1).body().path("versions");
        assertThat(versions.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(versions.get(1).path("remarks").asText()).isEqualTo("Tenda belum datang");
        assertThat(day.client("joko").get("/api/readiness/" + MARGASANA_1).status())
                .isEqualTo(403);
    }

    @Test
    void progressKnowsEachStageAndWhoIsMissing() {
        jobs("expect-reports");
        day.accepted("siti", MARGASANA_1, site(Map.of()));
        var progress = day.client("dewi")
                .get("/api/progress?kind=READINESS&slot=H-7&region=36.04")
                .body();
        assertThat(progress.path("expected").asInt()).isEqualTo(5);
        assertThat(progress.path("received").asInt()).isOne();
        assertThat(progress.path("missing").asInt()).isEqualTo(4);
        assertThat(day.client("dewi")
                        .get("/api/progress/missing?kind=READINESS&slot=H-1&region=36.04")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(5);
        day.accepted("siti", MARGASANA_1, logistics(Map.of()));
        assertThat(day.client("dewi")
                        .get("/api/progress?kind=READINESS&slot=H-1&region=36.04")
                        .body()
                        .path("received")
                        .asInt())
                .isOne();
    }

    @Test
    void countsAndListsGoByPlaceAndState() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        day.accepted("joko", BAROS_1, site(Map.of("LAMPS", "MISSING")));
        assertThat(facts.count(day.round.id(), "3604")).isEqualTo(new ReadinessFacts.Count("3604", 5, 3, 0, 1, 1));
        assertThat(facts.counts(day.round.id(), "3604"))
                .extracting(ReadinessFacts.Count::area, ReadinessFacts.Count::notReady)
                .containsExactly(tuple("360405", 1), tuple("360417", 0));
        assertThat(facts.stations(day.round.id(), "3604", ReadinessState.NOT_READY, 0, 10)
                        .items())
                .extracting(ReadinessFacts.Station::tps)
                .containsExactly(MARGASANA_1);
        assertThat(facts.shortcomings(day.round.id(), "3604", "camat", 0, 10).items())
                .extracting(ReadinessFacts.Shortcoming::item)
                .containsExactlyInAnyOrder("ROOF", "LAMPS");
    }

    @Test
    void tooFewPeopleAreMissingWhateverTheTickSays() {
        day.accepted("siti", MARGASANA_1, site(Map.of()).put("kppsPresent", 6).put("linmasPresent", 2));
        assertThat(facts.shortcomings(day.round.id(), MARGASANA_1, "kpu", 0, 10).items())
                .extracting(ReadinessFacts.Shortcoming::item)
                .containsExactly("KPPS");
    }

    @Test
    void anInstallationAddsAndRetiresItems() {
        try {
            var added = election.load(
                    "checklist-items", "kode,tahap,kelompok,butir,menghalangi\nAWNING,SITE,SITE,Tenda cadangan,ya\n");
            assertThat(added.created()).isOne();
            day.accepted("siti", MARGASANA_1, site(Map.of("AWNING", "MISSING")));
            assertThat(state(MARGASANA_1)).isEqualTo(ReadinessState.NOT_READY);
            election.load(
                    "checklist-items", "kode,tahap,kelompok,butir,aktif\nAWNING,SITE,SITE,Tenda cadangan,tidak\n");
            var items = day.client("siti")
                    .get("/api/readiness/entry?stage=SITE&area=3604052002")
                    .body()
                    .path("items")
                    .findValuesAsText("code");
            assertThat(items).contains("ROOF").doesNotContain("AWNING");
            day.accepted("siti", MARGASANA_1, site(Map.of("AWNING", "MISSING")));
            assertThat(state(MARGASANA_1)).isEqualTo(ReadinessState.CONDITIONAL);
            assertThatThrownBy(() -> election.load(
                            "checklist-items",
                            "kode,tahap,kelompok,butir\nroof,SITE,DINDING,\nINK,SITE,LOGISTICS,Tinta\n"))
                    .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                            .extracting("row", "column")
                            .contains(tuple(2, "code"), tuple(2, "group"), tuple(2, "label"), tuple(3, "stage")));
        } finally {
            installation.asOwner().update("DELETE FROM desk.checklist_item WHERE code = 'AWNING'");
        }
    }

    @Test
    void aTpsThatMovesToAnotherAddressKeepsItsHistoryAndItsOpenWork() {
        day.accepted("siti", MARGASANA_1, site(Map.of("ROOF", "MISSING")));
        election.load("polling-stations", "kode_tps,alamat\n" + MARGASANA_1 + ",Teras kantor desa\n");
        var readiness = day.client("siti").get("/api/readiness/" + MARGASANA_1).body();
        assertThat(readiness.path("address").asText()).isEqualTo("Teras kantor desa");
        assertThat(readiness.path("versions").size()).isOne();
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("follow-up-shortcomings")
                        .count())
                .isOne();
    }

    @Test
    void aTpsThatIsSplitOffGetsACaseAndExpectedReportsOfItsOwn() {
        jobs("expect-reports");
        jobs("open-preparation");
        election.load("polling-stations", "kode_tps\n3604052002003\n");
        jobs("change-preparation");
        assertThat(cases("3604052002003")).isOne();
        assertThat(cases(MARGASANA_1)).isOne();
        assertThat(day.client("dewi")
                        .get("/api/progress?kind=READINESS&slot=H-7&region=36.04")
                        .body()
                        .path("expected")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void aVillageWithoutTpsSaysSo() {
        election.load("regions", "kode,nama\n36.04.17.2002,Sukamanah\n");
        election.load(
                "staff",
                "username,nama,peran,wilayah,kata_sandi\nlina,Lina,village-admin,36.04.17.2002,%s\n"
                        .formatted(ReadinessDay.PASSWORD));
        assertThat(day.client("lina").get("/lapangan/kesiapan").text()).contains("Belum ada TPS di wilayah Anda");
        assertThat(day.client("lina")
                        .get("/api/readiness/entry?stage=SITE&area=3604172002")
                        .body()
                        .path("stations")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aPartThatIsLostInACrashIsOpenedOnceAfterwards() throws Exception {
        manyStations(250);
        transaction.executeWithoutResult(status -> {
            opening.openNext(day.round);
            status.setRollbackOnly();
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("tps-readiness")
                        .count())
                .as("the part that was lost left nothing")
                .isEqualTo(5);
        opening.openNext(day.round);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> Scope.system("test-node", () -> opening.openNext(day.round));
            for (var answer : nodes.invokeAll(List.of(node, node))) {
                answer.get();
            }
        } finally {
            nodes.shutdown();
        }
        while (opening.openNext(day.round)) {
            assertThat(day.round).isNotNull();
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("tps-readiness")
                        .count())
                .isEqualTo(255);
        assertThat(jdbc.sql("SELECT count(DISTINCT subject) FROM work_case WHERE process = 'tps-readiness'")
                        .query(Long.class)
                        .single())
                .isEqualTo(255);
    }

    private void manyStations(int count) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                        SELECT id, '3604172001' || lpad(n::text, 3, '0'), '3604172001', '360417', n FROM desk.election, generate_series(100, ?) n
                        """,
                        99 + count);
    }

    private void jobs(String activity) {
        while (management.createJobQuery().activityId(activity).count() > 0) {
            management.executeJob(management
                    .createJobQuery()
                    .activityId(activity)
                    .list()
                    .get(0)
                    .getId());
        }
    }

    private long cases(String tps) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("pilkada-uji/R1/" + tps)
                .count();
    }

    private ReadinessState state(String tps) {
        return facts.stations(day.round.id(), tps, 0, 1).items().get(0).state();
    }
}
