package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.OTHER_VILLAGE;
import static id.deskpilkada.fieldreport.LedgerFixture.SECOND_TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class DispatcherTests {

    @Autowired
    LedgerFixture ledger;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    FieldReports reports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Installation installation;

    @BeforeEach
    void setUp() {
        ledger.setUp();
    }

    @Test
    void everyReportIsHandledOnceAndEndsAsItsFeatureSays() {
        var accepted = report(TPS, "{}");
        var superseded = report(SECOND_TPS, "{\"then\":\"supersede\"}");

        assertThat(dispatcher.drain()).isEqualTo(2);
        assertThat(dispatcher.drain()).isZero();

        assertThat(state(accepted)).isEqualTo("ACCEPTED");
        assertThat(state(superseded)).isEqualTo("SUPERSEDED");
        assertThat(facts()).isEqualTo(2);
        var shown = ledger.get("kecamatan", "/api/field-reports/" + superseded).json();
        assertThat(shown.path("reasons").get(0).path("code").asText()).isEqualTo("UNKNOWN_SLOT");
        assertThat(shown.path("reasons").get(0).path("message").asText()).startsWith("Slot laporan");
    }

    @Test
    void aForbiddenReportEndsRejectedWithItsReasonAndLeavesNoFact() {
        var forbidden = report(TPS, "{\"then\":\"reject\"}");
        var next = report(TPS, "{}");

        assertThat(dispatcher.drain()).isEqualTo(2);
        assertThat(state(forbidden)).isEqualTo("REJECTED");
        assertThat(state(next)).isEqualTo("ACCEPTED");
        assertThat(facts()).isEqualTo(1);
        assertThat(ledger.get("petugas", "/api/field-reports/" + forbidden)
                        .json()
                        .path("reasons")
                        .get(0)
                        .path("message")
                        .asText())
                .contains(TPS);
    }

    @Test
    void aFailingReportKeepsOnlyItsOwnStreamWaiting() {
        var failing = report(TPS, "{\"then\":\"fail\"}");
        var behind = report(TPS, "{\"voters\":2}");
        var elsewhere = report(SECOND_TPS, "{}");

        dispatcher.drain();
        assertThat(state(failing)).isEqualTo("STORED");
        assertThat(state(behind)).isEqualTo("STORED");
        assertThat(state(elsewhere)).isEqualTo("ACCEPTED");
        assertThat(facts()).isEqualTo(1);
        assertThat(wait(failing)).isBetween(0.0, 1.1);

        handler.mend();
        itsTimeHasCome();
        assertThat(dispatcher.drain()).isEqualTo(2);
        assertThat(handler.handled()).endsWith(failing, behind);
        assertThat(state(behind)).isEqualTo("ACCEPTED");
    }

    @Test
    void theWaitDoublesUpToAMinute() {
        var failing = report(TPS, "{\"then\":\"fail\"}");
        var waits = new java.util.ArrayList<Long>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            dispatcher.drain();
            waits.add(Math.round(wait(failing)));
            itsTimeHasCome();
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L);
    }

    @Test
    void poisonIsSetAsideAfterEightAttemptsAndSeenByTheDeskWhichCanTryAgain() {
        var poison = report(TPS, "{\"then\":\"fail\"}");
        var behind = report(TPS, "{\"voters\":2}");
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(dispatcher.drain()).isPositive();
            itsTimeHasCome();
        }
        assertThat(state(behind)).isEqualTo("ACCEPTED");
        assertThat(state(poison)).isEqualTo("STORED");
        assertThat(dispatcher.drain()).isZero();

        var list = ledger.get("meja", "/api/field-reports?state=parked").json();
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").get(0).path("id").asText()).isEqualTo(poison.toString());
        assertThat(list.path("items").get(0).path("parked").asBoolean()).isTrue();
        assertThat(list.path("items")
                        .get(0)
                        .path("reasons")
                        .get(0)
                        .path("message")
                        .asText())
                .contains("tidak perlu mengirim ulang");
        assertThat(ledger.get("petugas", "/api/field-reports?state=parked").status())
                .isEqualTo(403);
        assertThat(ledger.get("meja", "/api/checks/ledger")
                        .json()
                        .path("parked")
                        .asInt())
                .isEqualTo(1);

        handler.mend();
        assertThat(retry("petugas", poison).status()).isEqualTo(403);
        assertThat(retry("meja", poison).status()).isEqualTo(200);
        assertThat(retry("meja", poison).status()).isEqualTo(409);
        assertThat(dispatcher.drain()).isEqualTo(1);
        assertThat(state(poison)).isEqualTo("ACCEPTED");
    }

    @Test
    void aLostRaceIsRunAgainAtOnce() {
        var unlucky = report(TPS, "{\"then\":\"lose twice\"}");

        assertThat(dispatcher.drain()).isEqualTo(1);
        assertThat(state(unlucky)).isEqualTo("ACCEPTED");
        assertThat(facts()).isEqualTo(1);
        assertThat(installation.asOwner().queryForObject("SELECT attempts FROM field_report", Integer.class))
                .isZero();
    }

    @Test
    void twoWorkersShareTheStreamsAndNeverAReport() throws Exception {
        handler.meet(2);
        var first = report(TPS, "{\"then\":\"meet\"}");
        var second = report(SECOND_TPS, "{\"then\":\"meet\"}");
        for (int number = 0; number < 20; number++) {
            report(number % 2 == 0 ? TPS : OTHER_VILLAGE, "{\"voters\":%d}".formatted(number));
        }

        var colleague = CompletableFuture.supplyAsync(dispatcher::drain);
        var handled = dispatcher.drain() + colleague.get();

        assertThat(handled + dispatcher.drain()).isEqualTo(22);
        assertThat(handler.handled()).doesNotHaveDuplicates().hasSize(22).contains(first, second);
        assertThat(handler.handled().stream().filter(this::ofFirstTps))
                .containsExactlyElementsOf(installation
                        .asOwner()
                        .queryForList("SELECT id FROM field_report WHERE tps_code = ? ORDER BY seq", UUID.class, TPS));
        assertThat(facts()).isEqualTo(22);
    }

    private boolean ofFirstTps(UUID id) {
        return TPS.equals(reports.get(id).tps());
    }

    @Test
    void aReportOfATaskIsLeftToTasklistForAWhile() {
        var id = UUID.randomUUID();
        ledger.put("petugas", id, voting(TPS, "{}").replace("\"kind\"", "\"taskId\":\"t1\",\"kind\""));

        assertThat(dispatcher.drain()).isZero();
        ledger.asOwner("UPDATE desk.field_report SET received_at = received_at - interval '31 seconds'");
        assertThat(dispatcher.drain()).isEqualTo(1);
        assertThat(state(id)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatOneWaySettlesTheOtherFindsSettled() {
        var id = report(TPS, "{}");
        transaction.executeWithoutResult(status -> {
            assertThat(reports.take(id)).isTrue();
            reports.settle(id, Outcome.ACCEPTED);
        });

        assertThat(dispatcher.drain()).isZero();
        assertThat(handler.handled()).isEmpty();
        transaction.executeWithoutResult(status -> {
            assertThat(reports.take(id)).isFalse();
            reports.settle(id, Outcome.SUPERSEDED);
        });
        assertThat(state(id)).isEqualTo("ACCEPTED");
    }

    @Test
    void aReportThatSomebodyHoldsIsPassedOver() {
        var held = report(TPS, "{}");
        var free = report(SECOND_TPS, "{}");
        transaction.executeWithoutResult(status -> {
            reports.take(held);
            assertThat(CompletableFuture.supplyAsync(dispatcher::drain).join()).isEqualTo(1);
        });
        assertThat(handler.handled()).containsExactly(free);
        assertThat(dispatcher.drain()).isEqualTo(1);
    }

    private LedgerFixture.Answer retry(String username, UUID id) {
        return ledger.send(username, "POST", "/api/field-reports/" + id + "/retry", null, new byte[0]);
    }

    private UUID report(String tps, String data) {
        var id = UUID.randomUUID();
        assertThat(ledger.put("kecamatan", id, voting(tps, data)).status()).isEqualTo(201);
        return id;
    }

    private String state(UUID id) {
        return installation.asOwner().queryForObject("SELECT state FROM field_report WHERE id = ?", String.class, id);
    }

    private double wait(UUID id) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT extract(epoch FROM next_attempt_at - clock_timestamp()) FROM field_report WHERE id = ?",
                        Double.class,
                        id);
    }

    private void itsTimeHasCome() {
        installation
                .asOwner()
                .update("UPDATE field_report SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL");
    }

    private int facts() {
        return installation
                .asOwner()
                .queryForObject("SELECT count(*) FROM change WHERE topic = ?", Integer.class, ScriptedHandler.TOPIC);
    }
}
