package id.deskpilkada.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.Until;
import id.deskpilkada.WholeApplication;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;

/** What happens to an SMS when something else breaks. */
@WholeApplication
class SmsFailureTests {

    @Autowired
    SmsDay day;

    @Autowired
    Installation installation;

    @Autowired
    @Qualifier("smsWorker")
    SmartLifecycle worker;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    private void again(String change) {
        installation.asOwner().update("UPDATE desk.sms_message SET next_attempt_at = now(), " + change);
        day.work();
    }

    private Map<String, Object> message() {
        return day.rows("SELECT state, attempts, reason FROM desk.sms_message").get(0);
    }

    @Test
    void aTechnicalFailureIsTriedAgainAndLeftToTheDeskAfterTheLastTime() {
        var owner = installation.asOwner();
        owner.execute(
                "CREATE FUNCTION desk.no_sms() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$");
        owner.execute(
                "CREATE TRIGGER no_sms BEFORE INSERT ON desk.field_report FOR EACH ROW WHEN (NEW.source = 'SMS') EXECUTE FUNCTION desk.no_sms()");
        try {
            assertThat(day.sends(SmsDay.OFFICER, "AMAN")).isEmpty();
            assertThat(message()).containsEntry("state", "WAITING").containsEntry("attempts", 1);
            assertThat(day.work()).as("it waits before the next attempt").isZero();
            again("attempts = 7");
            assertThat(message()).containsEntry("state", "PARKED").containsEntry("reason", "TECHNICAL");
        } finally {
            owner.execute("DROP TRIGGER no_sms ON desk.field_report");
            owner.execute("DROP FUNCTION desk.no_sms()");
        }
        again("state = 'WAITING'");
        assertThat(message()).containsEntry("state", "TAKEN");
        assertThat(day.reports()).hasSize(1);
    }

    @Test
    void aNodeThatDiesAfterTheReportWasStoredLeavesOneReport() {
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215");
        again("state = 'WAITING', report_id = NULL");
        assertThat(message()).containsEntry("state", "TAKEN").containsEntry("attempts", 2);
        assertThat(day.reports()).hasSize(1);
    }

    @Test
    void theWorkerReadsWhatArrivesByItself() throws Exception {
        worker.start();
        try {
            day.hand(
                    "application/json",
                    "{\"from\": \"" + SmsDay.OFFICER + "\", \"text\": \"AMAN\"}",
                    "X-Desk-Token",
                    day.token());
            Until.holds("the message is read", Duration.ofSeconds(30), () -> "TAKEN"
                    .equals(message().get("state")));
        } finally {
            worker.stop();
        }
    }
}
