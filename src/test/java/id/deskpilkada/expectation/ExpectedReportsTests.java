package id.deskpilkada.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PhaseGate;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class ExpectedReportsTests {

    private static final Instant IN_TIME = Instant.parse("2024-11-27T12:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2024-11-27T15:00:00Z");

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Elections elections;

    @Autowired
    ExpectedReports reports;

    @Autowired
    C1Expectation expectation;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<PhaseGate> gates;

    private SmallRegency regency;
    private RoundRef round;

    @BeforeEach
    void aPreparedRound() {
        regency = new SmallRegency(installation, staff).create();
        round = elections.round(regency.round());
        expectation.prepare(round);
    }

    @Test
    void eachTpsOwesOneFormForEachRace() {
        var progress = progress("36.04");

        assertThat(progress.get("expected").asInt()).isEqualTo(6);
        assertThat(progress.get("missing").asInt()).isEqualTo(6);
        assertThat(progress.get("overdue").asInt()).isEqualTo(6);
        assertThat(progress.get("children")).hasSize(2);
    }

    @Test
    void aReportIsOnTimeUntilItsDueTimeAndLateAfterIt() {
        receive(SmallRegency.TPS.get(0), IN_TIME);
        receive(SmallRegency.TPS.get(1), TOO_LATE);

        var progress = progress("36.04");
        assertThat(progress.get("received").asInt()).isEqualTo(1);
        assertThat(progress.get("late").asInt()).isEqualTo(1);
        assertThat(progress.get("missing").asInt()).isEqualTo(4);
    }

    @Test
    void theFirstReportDecidesAndARepeatChangesNothing() {
        receive(SmallRegency.TPS.get(0), IN_TIME);
        receive(SmallRegency.TPS.get(0), TOO_LATE);

        assertThat(progress("36.04").get("received").asInt()).isEqualTo(1);
        assertThat(progress("36.04").get("late").asInt()).isZero();
    }

    @Test
    void aReportAfterAnExcuseIsLate() {
        jdbc().sql("UPDATE expected_report SET state = 'EXCUSED' WHERE tps_code = ?")
                .param(SmallRegency.TPS.get(0))
                .update();
        assertThat(progress("36.04").get("excused").asInt()).isEqualTo(1);

        receive(SmallRegency.TPS.get(0), IN_TIME);

        assertThat(progress("36.04").get("excused").asInt()).isZero();
        assertThat(progress("36.04").get("late").asInt()).isEqualTo(1);
    }

    @Test
    void preparingAgainAddsOnlyTheTpsThatAreNew() {
        receive(SmallRegency.TPS.get(0), IN_TIME);
        regency.station("3604052003002");
        expectation.prepare(round);

        assertThat(progress("36.04").get("expected").asInt()).isEqualTo(7);
        assertThat(progress("36.04").get("received").asInt()).isEqualTo(1);
    }

    @Test
    void aTpsThatWasAddedSinceIsExpectedWhenItReports() {
        regency.station("3604052003002");
        receive("3604052003002", IN_TIME);

        assertThat(progress("36.04").get("expected").asInt()).isEqualTo(7);
        assertThat(progress("36.04").get("received").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsStillMissingGetsTheNewDueTime() {
        receive(SmallRegency.TPS.get(0), TOO_LATE);
        var race = elections.race(regency.race());
        int moved = reports.expect(round, ReportKind.C1, "C1", race, Instant.parse("2999-01-01T00:00:00Z"));

        assertThat(moved).isEqualTo(5);
        assertThat(progress("36.04").get("overdue").asInt()).isZero();
        assertThat(progress("36.04").get("late").asInt()).isEqualTo(1);
    }

    @Test
    void aChangedScheduleMovesTheDueTimes() {
        transaction.executeWithoutResult(status -> {
            jdbc().sql("UPDATE schedule_slot SET due_at = '2999-01-01T00:00:00Z'")
                    .update();
            events.publishEvent(new ElectionDataChanged(round.electionId()));
            events.publishEvent(new ScheduleChanged(round));
        });

        assertThat(progress("36.04").get("overdue").asInt()).isZero();
        assertThat(progress("36.04").get("missing").asInt()).isEqualTo(6);
    }

    @Test
    void aTpsKeepsADueTimeOfItsOwn() {
        var own = Instant.parse("2999-01-01T00:00:00Z");
        reports.due(regency.round(), ReportKind.C1, "C1", SmallRegency.TPS.get(0), own);
        assertThat(progress("36.04").get("overdue").asInt()).isEqualTo(5);

        expectation.prepare(round);
        assertThat(progress("36.04").get("overdue").asInt()).isEqualTo(5);

        receive(SmallRegency.TPS.get(0), TOO_LATE);
        assertThat(progress("36.04").get("received").asInt()).isEqualTo(1);
    }

    @Test
    void aDueTimeOfItsOwnIsKnownBeforeAnythingIsExpected() {
        regency.station("3604052003002");
        reports.due(regency.round(), ReportKind.C1, "C1", "3604052003002", Instant.parse("2999-01-01T00:00:00Z"));
        expectation.prepare(round);

        assertThat(progress("36.04").get("expected").asInt()).isEqualTo(7);
        assertThat(progress("36.04").get("overdue").asInt()).isEqualTo(6);
    }

    @Test
    void withoutADueTimeOfItsOwnTheScheduleHoldsAgain() {
        reports.due(
                regency.round(), ReportKind.C1, "C1", SmallRegency.TPS.get(0), Instant.parse("2999-01-01T00:00:00Z"));
        reports.due(regency.round(), ReportKind.C1, "C1", SmallRegency.TPS.get(0), null);

        assertThat(progress("36.04").get("overdue").asInt()).isEqualTo(6);
        receive(SmallRegency.TPS.get(0), TOO_LATE);
        assertThat(progress("36.04").get("late").asInt()).isEqualTo(1);
    }

    @Test
    void atEveryLevelExpectedIsTheSumOfTheFourStates() {
        receive(SmallRegency.TPS.get(0), IN_TIME);
        receive(SmallRegency.TPS.get(3), TOO_LATE);

        for (String region : List.of("36.04", SmallRegency.BAROS, SmallRegency.SINDANGMANDI, SmallRegency.TPS.get(0))) {
            var place = progress(region);
            assertAddsUp(place);
            StreamSupport.stream(place.get("children").spliterator(), false).forEach(this::assertAddsUp);
            int children = StreamSupport.stream(place.get("children").spliterator(), false)
                    .mapToInt(child -> child.get("expected").asInt())
                    .sum();
            assertThat(children).isIn(0, place.get("expected").asInt());
        }
    }

    @Test
    void theCallListNamesWhoOwesAReportAndIsPaged() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);
        receive(SmallRegency.TPS.get(0), IN_TIME);

        var list = admin("/api/progress/missing?kind=C1&size=2");

        assertThat(list.get("total").asInt()).isEqualTo(5);
        assertThat(list.get("items")).hasSize(2);
        var first = list.get("items").get(0);
        assertThat(first.get("tps").asText()).isEqualTo("3604052002002");
        assertThat(first.get("villageName").asText()).isEqualTo("Sindangmandi");
        assertThat(first.get("overdue").asBoolean()).isTrue();
        assertThat(first.get("reporters").get(0).get("name").asText()).isEqualTo("siti");
        assertThat(first.get("reporters").get(0).get("phone").asText()).isNotEmpty();
    }

    @Test
    void aLiaisonSeesNamesWithoutNumbers() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);
        regency.person("kpu", "liaison", "36.04");

        var first = as("kpu", "/api/progress/missing?kind=C1").get("items").get(0);

        assertThat(first.get("reporters").get(0).get("phone").isNull()).isTrue();
    }

    @Test
    void placesOutsideTheirAreaAreRefused() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);

        assertThat(as("siti", "/api/progress?kind=C1").get("expected").asInt()).isEqualTo(3);
        assertThat(as("siti", "/api/progress?kind=C1&region=36.04").get("code").asText())
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(as("siti", "/api/progress/missing?kind=C1&region=36.04.05.2003")
                        .get("code")
                        .asText())
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(admin("/api/progress?kind=C1&region=36.04.99").get("code").asText())
                .isEqualTo("UNKNOWN_REGION");
    }

    @Test
    void theRoundKnowsWhenNothingIsMissingAnyMore() {
        var counting = gates.stream()
                .filter(gate -> gate.phase().equals(PhaseGate.COUNTING))
                .toList();
        SmallRegency.TPS.stream().skip(1).forEach(tps -> receive(tps, IN_TIME));
        assertThat(counting).isNotEmpty().noneMatch(gate -> gate.complete(round));
        receive(SmallRegency.TPS.get(0), TOO_LATE);
        assertThat(counting).allMatch(gate -> gate.complete(round));
    }

    private void receive(String tps, Instant at) {
        reports.received(regency.round(), ReportKind.C1, "C1", regency.race(), tps, at);
    }

    private void assertAddsUp(JsonNode place) {
        assertThat(place.get("expected").asInt())
                .isEqualTo(place.get("received").asInt()
                        + place.get("late").asInt()
                        + place.get("missing").asInt()
                        + place.get("excused").asInt());
    }

    private JsonNode progress(String region) {
        return admin("/api/progress?kind=C1&region=" + region);
    }

    private JsonNode admin(String address) {
        return as("admin", address);
    }

    private JsonNode as(String username, String address) {
        return http.withBasicAuth(username, SmallRegency.PASSWORD)
                .getForEntity(address, JsonNode.class)
                .getBody();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(installation.asOwner());
    }
}
