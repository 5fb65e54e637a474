package id.deskpilkada.readiness.offlineplan;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ConnectivityReported;
import id.deskpilkada.readiness.OfflinePlanRecorded;
import id.deskpilkada.readiness.OfflinePlans;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans of TPS without signal, over HTTP. */
@WholeApplication
@RecordApplicationEvents
class OfflinePlanTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    List<RoundPreparation> preparations;

    @Autowired
    OfflinePlans plans;

    @Autowired
    OfflinePlanning planning;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents published;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    RoundRef round;

    @BeforeEach
    void aStartedRound() {
        installation.empty();
        round = election.started();
        Scope.system("uji", () -> preparations.forEach(preparation -> preparation.prepare(round)));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("camat", "Camat Kramatwatu", "camat@36.04.05");
        people.add("udin", "Udin Kramatwatu", "district-admin@36.04.05");
        people.add("info", "Ina Diskominfo", "agency-diskominfo@36.04");
        people.add("desk", "Dewi Desk", "desk@36.04");
        people.add("rina", "Rina Verifikator", "district-verifier@36.04.05");
        people.add("kpu", "Kadi KPU", "liaison@36.04");
    }

    @Test
    void aPlanSaysByWhichWayWhoAndWhenAndTheTpsHasOneFromThenOn() {
        assertThat(complete(MARGASANA_1)).isFalse();

        var answer = as("siti").put(address(MARGASANA_1), plan());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(complete(MARGASANA_1)).isTrue();
        var shown = answer.body().get("plan");
        assertThat(shown.get("version").asInt()).isEqualTo(1);
        assertThat(shown.get("personPhone").asText()).isEqualTo("+6281234567890");
        assertThat(texts(shown.get("times"))).containsExactly("08:00", "19:30");
        assertThat(shown.get("recordedBy").asText()).isEqualTo("Siti Margasana");
    }

    @Test
    void whoDerivesTheStateOfATpsIsToldThatItHasAPlan() {
        var asked = DeskClient.JSON.convertValue(plan(), PlanRequest.class);

        Scope.system(
                "uji",
                () -> planning.record(
                        round, MARGASANA_1, asked, staff.actor("siti").orElseThrow()));

        assertThat(published.stream(OfflinePlanRecorded.class))
                .containsExactly(new OfflinePlanRecorded(round.id(), MARGASANA_1));
    }

    @Test
    void everythingThatIsMissingOrWrongIsToldAtOnceAndNothingIsWritten() {
        var wrong = plan().put("channel", "SIGNAL_POINT").put("personName", " ").put("personPhone", "081");
        wrong.putArray("times").add("25.00").add("pagi");
        wrong.put("lat", -6.1);

        var answer = as("siti").put(address(MARGASANA_1), wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("code").asText()).isEqualTo("OFFLINE_PLAN_INCOMPLETE");
        assertThat(answer.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("personName", "personPhone", "times", "times", "signalPoint", "lat");
        assertThat(answer.body().get("errors").findValuesAsText("message"))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("problem."));
        assertThat(complete(MARGASANA_1)).isFalse();
    }

    @Test
    void phoneNumbersAreTakenHoweverTheyAreWritten() {
        for (var written : List.of("+62 812-3456-7890", "62812 3456 7890", "(0812) 3456 7890")) {
            var answer = as("siti").put(address(MARGASANA_1), plan().put("personPhone", written));
            assertThat(answer.body().at("/plan/personPhone").asText())
                    .as(written)
                    .isEqualTo("+6281234567890");
        }
        var landline = as("siti")
                .put(address(MARGASANA_1), plan().put("channel", "SMS").put("personPhone", "0254 200 123"));
        assertThat(landline.body().at("/errors/0/code").asText()).isEqualTo("OFFLINE_PHONE_NO_SMS");
    }

    @Test
    void aChangedPlanIsANewVersionAndTheSamePlanIsNone() {
        as("siti").put(address(MARGASANA_1), plan());
        as("siti").put(address(MARGASANA_1), plan());
        var changed = as("camat")
                .put(
                        address(MARGASANA_1),
                        plan().put("personName", "Kurir Lain").put("basedOn", 1));

        assertThat(changed.body().at("/plan/version").asInt()).isEqualTo(2);
        assertThat(installation
                        .asOwner()
                        .queryForList("SELECT person_name FROM desk.offline_plan ORDER BY version", String.class))
                .containsExactly("Budi Kurir", "Kurir Lain");
    }

    @Test
    void whoWritesOverAPlanTheyHaveNotSeenIsTold() {
        as("siti").put(address(MARGASANA_1), plan());

        var late = as("camat")
                .put(
                        address(MARGASANA_1),
                        plan().put("personName", "Kurir Lain").put("basedOn", 0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("code").asText()).isEqualTo("OFFLINE_PLAN_CHANGED");
        assertThat(as("siti")
                        .get(address(MARGASANA_1))
                        .body()
                        .at("/plan/personName")
                        .asText())
                .isEqualTo("Budi Kurir");
    }

    @Test
    void onePlanServesSeveralTpsOfAVillageInOneGo() {
        var plan = plan();
        plan.putArray("alsoFor").add(MARGASANA_2);

        as("siti").put(address(MARGASANA_1), plan);

        assertThat(complete(MARGASANA_1) && complete(MARGASANA_2)).isTrue();

        var foreign = plan();
        foreign.putArray("alsoFor").add(KRAMATWATU_1);
        var refused = as("camat").put(address(MARGASANA_1), foreign.put("personName", "Lain"));
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("OFFLINE_OTHER_VILLAGE");
        assertThat(complete(KRAMATWATU_1)).isFalse();
    }

    @Test
    void theDueTimesOfThePlanHoldInProgressAndCallList() {
        var far = plan();
        far.putArray("dueTimes")
                .addObject()
                .put("kind", "C1")
                .put("slot", "C1")
                .put("dueAt", "2024-11-29T09:00:00+07:00");

        var view = as("siti").put(address(MARGASANA_1), far).body();

        assertThat(StreamSupport.stream(view.get("slots").spliterator(), false)
                        .filter(slot -> slot.get("kind").asText().equals("C1"))
                        .map(slot -> slot.get("ownDueAt").asText()))
                .containsExactly("2024-11-29T09:00:00+07:00");
        assertThat(dueTimes()).containsExactly("2024-11-29T02:00:00Z", "2024-11-29T02:00:00Z");

        as("siti").put(address(MARGASANA_1), plan());
        assertThat(dueTimes()).containsExactly("2024-11-27T14:00:00Z", "2024-11-27T14:00:00Z");
    }

    @Test
    void aDueTimeBeforeTheReportOpensOrMuchTooLateIsRefused() {
        for (var due : List.of("2024-11-27T08:00:00+07:00", "2024-12-05T08:00:00+07:00")) {
            var plan = plan();
            plan.putArray("dueTimes")
                    .addObject()
                    .put("kind", "C1")
                    .put("slot", "C1")
                    .put("dueAt", due);
            var answer = as("siti").put(address(MARGASANA_1), plan);
            assertThat(answer.body().at("/errors/0/code").asText()).as(due).isEqualTo("OFFLINE_DUE_WRONG");
        }
    }

    @Test
    void theCallListTellsHowABlankSpotReportsToThoseWhoMayCall() {
        reported(MARGASANA_1, Connectivity.NONE);
        assertThat(note("desk")).isEqualTo("Tanpa sinyal, belum ada rencana pelaporan.");

        as("siti").put(address(MARGASANA_1), plan().put("signalPoint", "Bukit di belakang SDN 2"));

        assertThat(note("desk"))
                .isEqualTo(
                        "Tanpa sinyal. Kurir membawa kertas: Budi Kurir 0812-3456-7890, pukul 08.00, 19.30, di Bukit di belakang SDN 2");
        assertThat(note("kpu")).isNull();
    }

    @Test
    void theListShowsBlankSpotsWithAndWithoutPlanInsideOnesArea() {
        reported(MARGASANA_1, Connectivity.NONE);
        reported(MARGASANA_2, Connectivity.NONE);
        reported(BAROS_1, Connectivity.NONE);
        reported(KRAMATWATU_1, Connectivity.GOOD);
        as("siti").put(address(MARGASANA_1), plan());

        assertThat(listed("info", "")).containsExactly(MARGASANA_1, MARGASANA_2, BAROS_1);
        assertThat(listed("info", "plan=UNPLANNED")).containsExactly(MARGASANA_2, BAROS_1);
        assertThat(listed("camat", "plan=PLANNED")).containsExactly(MARGASANA_1);
        assertThat(listed("camat", "")).containsExactly(MARGASANA_1, MARGASANA_2);
        var page = as("info").get("/api/offline-plans?size=1&page=1").body();
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(page.at("/items/0/tps").asText()).isEqualTo(MARGASANA_2);
        assertThat(as("camat").get("/api/offline-plans?region=36.04.17").status())
                .isEqualTo(403);
    }

    @Test
    void anOlderWordAboutTheSignalDoesNotOverrideANewerOne() {
        reported(MARGASANA_1, Connectivity.NONE, "2024-11-20T05:00:00Z");
        reported(MARGASANA_1, Connectivity.GOOD, "2024-11-19T05:00:00Z");

        assertThat(as("siti")
                        .get(address(MARGASANA_1))
                        .body()
                        .get("connectivity")
                        .asText())
                .isEqualTo("NONE");
    }

    @Test
    void onlyThoseOfTheAreaWithTheRightRolePlan() {
        assertThat(as("siti").put(address(KRAMATWATU_1), plan()).status()).isEqualTo(403);
        assertThat(as("camat").put(address(BAROS_1), plan()).status()).isEqualTo(403);
        assertThat(as("rina").put(address(MARGASANA_1), plan()).status()).isEqualTo(403);
        assertThat(as("rina").get(address(MARGASANA_1)).status()).isEqualTo(403);
        for (var person : List.of("camat", "udin", "info", "desk")) {
            assertThat(as(person).put(address(MARGASANA_1), plan()).status())
                    .as(person)
                    .isEqualTo(200);
        }
        assertThat(as("desk")
                        .put(address("3604052002999"), plan())
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("UNKNOWN_TPS");
    }

    private List<String> dueTimes() {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT due_at FROM desk.expected_report WHERE kind = 'C1' AND tps_code = ? ORDER BY race_id",
                        java.sql.Timestamp.class,
                        MARGASANA_1)
                .stream()
                .map(at -> at.toInstant().toString())
                .toList();
    }

    private List<String> listed(String person, String query) {
        return as(person).get("/api/offline-plans?" + query).body().get("items").findValuesAsText("tps");
    }

    private String note(String person) {
        var items = as(person)
                .get("/api/progress/missing?kind=C1&race=BUPATI&region=" + MARGASANA_1)
                .body()
                .get("items");
        assertThat(items).hasSize(1);
        return items.get(0).get("note").isNull()
                ? null
                : items.get(0).get("note").asText();
    }

    private boolean complete(String tps) {
        return Scope.system("uji", () -> plans.complete(round.id(), tps));
    }

    private void reported(String tps, Connectivity connectivity) {
        reported(tps, connectivity, "2024-11-20T05:00:00Z");
    }

    private void reported(String tps, Connectivity connectivity, String at) {
        Scope.system(
                "uji",
                () -> transaction.executeWithoutResult(status -> events.publishEvent(
                        new ConnectivityReported(round.id(), tps, connectivity, Instant.parse(at)))));
    }

    private DeskClient as(String person) {
        return new DeskClient(port, person, People.PASSWORD);
    }

    private static String address(String tps) {
        return "/api/offline-plans/" + tps;
    }

    static ObjectNode plan() {
        var plan = DeskClient.JSON.createObjectNode();
        plan.put("channel", "COURIER").put("personName", "Budi  Kurir").put("personPhone", "0812-3456-7890");
        plan.putArray("times").add("19.30").add("8:00");
        return plan;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
