package id.deskpilkada.sms;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One report that comes both ways, by SMS and later from the telephone's queue or the other way round, and two that differ. */
@WholeApplication
class SmsAndAppTests {

    private static final String FORM = "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215";
    private static final String VOTES =
            "\"votes\": {\"1\": \"120\", \"2\": \"090\"}, \"validVotes\": 210, \"invalidVotes\": 5, \"totalVotes\": 215";
    private static final String WHOLE = VOTES + ", \"dpt\": {\"male\": 150, \"female\": 150, \"total\": 300}";

    @Autowired
    SmsDay day;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    private void app(String username, String about, Instant written, String data) {
        var answer = day.client(username)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{%s, \"observedAt\": \"%s\", \"data\": {%s}}".formatted(about, written, data));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        day.settle();
    }

    private void form(String username, Instant written, String data) {
        app(username, "\"kind\": \"C1\", \"race\": \"BUPATI\", \"tps\": \"" + MARGASANA_1 + "\"", written, data);
    }

    private void hour(Instant written, String data) {
        app("petugas", "\"kind\": \"VOTING\", \"slot\": \"07.30\", \"tps\": \"" + MARGASANA_1 + "\"", written, data);
    }

    private void sms(String number, String text) {
        assertThat(day.sends(number, text)).contains("diterima");
        day.settle();
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    /** As the app writes behind an SMS when its report was written. */
    private static String written(Instant at) {
        return " TULIS "
                + DateTimeFormatter.ofPattern("HH.mm")
                        .withZone(ZoneId.of("Asia/Jakarta"))
                        .format(at);
    }

    private List<String> versions() {
        return day.rows("SELECT origin, source FROM desk.c1_version ORDER BY no").stream()
                .map(row -> row.get("origin") + " " + row.get("source"))
                .toList();
    }

    private List<String> states() {
        return day
                .rows("SELECT source, state, coalesce(reasons, '') AS why FROM desk.field_report ORDER BY seq")
                .stream()
                .map(row -> row.get("source") + " " + row.get("state")
                        + (row.get("why").toString().contains("REPEAT") ? " again" : ""))
                .toList();
    }

    private Object c1State() {
        return day.rows("SELECT state FROM desk.c1_form").get(0).get("state");
    }

    private Object voters() {
        return day.rows("SELECT total FROM desk.voting_state WHERE slot = '07.30'")
                .get(0)
                .get("total");
    }

    @Test
    void theFormThatCameBySmsIsCompletedByTheQueue() {
        var written = minutesAgo(20);
        sms(SmsDay.OFFICER, FORM + written(written));
        form("petugas", written, WHOLE);
        assertThat(versions()).containsExactly("FIRST SMS", "COMPLETION APP");
        assertThat(c1State()).isEqualTo("RECEIVED");
        assertThat(day.rows("SELECT data -> 'dpt' ->> 'total' AS dpt FROM desk.c1_version WHERE no = 2")
                        .get(0))
                .containsEntry("dpt", "300");
    }

    @Test
    void anotherPersonsWholeFormWithTheSameNumbersIsNoDispute() {
        sms(SmsDay.OFFICER, FORM);
        form("desa", minutesAgo(0), WHOLE);
        assertThat(versions()).containsExactly("FIRST SMS", "COMPLETION APP");
    }

    @Test
    void anSmsAfterTheQueueIsTheSameForm() {
        var written = minutesAgo(20);
        form("petugas", written, WHOLE);
        sms(SmsDay.OFFICER, FORM + written(written));
        assertThat(versions()).containsExactly("FIRST APP");
        assertThat(states()).containsExactly("APP ACCEPTED", "SMS ACCEPTED again");
    }

    @Test
    void aFormCorrectedInTheAppAfterItsSmsIsACorrection() {
        sms(SmsDay.OFFICER, FORM + written(minutesAgo(20)));
        form("petugas", minutesAgo(5), WHOLE.replace("\"120\"", "\"121\""));
        assertThat(versions()).containsExactly("FIRST SMS", "OWN_CORRECTION APP");
        assertThat(c1State()).isEqualTo("RECEIVED");
    }

    @Test
    void aFormThatWaitedWhileAnotherWasSentBySmsIsLookedAt() {
        sms(SmsDay.OFFICER, FORM + written(minutesAgo(5)));
        form("petugas", minutesAgo(20), WHOLE.replace("\"120\"", "\"121\""));
        assertThat(versions()).containsExactly("FIRST SMS", "CONFLICT APP");
        assertThat(c1State()).isEqualTo("DISPUTED");
    }

    @Test
    void anSmsThatWasUnderwayLongerThanACorrectionInTheAppIsLookedAt() {
        form("petugas", minutesAgo(5), WHOLE.replace("\"120\"", "\"121\""));
        sms(SmsDay.OFFICER, FORM + written(minutesAgo(20)));
        assertThat(versions()).containsExactly("FIRST APP", "CONFLICT SMS");
        assertThat(c1State()).isEqualTo("DISPUTED");
    }

    @Test
    void anHourThatComesBothWaysIsToldOnce() {
        var written = minutesAgo(20);
        var same =
                "\"voters\": {\"male\": 40, \"female\": 50}, \"security\": \"CALM\", \"remarks\": \"Antre 40 orang\"";
        var text = "TPS " + MARGASANA_1 + " HADIR L 40 P 50 AMAN SLOT 07.30" + written(written) + " KET Antre 40 orang";
        sms(SmsDay.OFFICER, text);
        hour(written, same);
        hour(written, same + ", \"queue\": 40");
        sms(SmsDay.OFFICER, text);
        assertThat(states())
                .containsExactly("SMS ACCEPTED", "APP ACCEPTED again", "APP ACCEPTED", "SMS ACCEPTED again");
        assertThat(day.rows("SELECT slot, version, total, security, queue, remarks FROM desk.voting_state")
                        .toString())
                .contains("slot=07.30, version=2, total=90, security=CALM, queue=40, remarks=Antre 40 orang");
    }

    @Test
    void whatSomebodySaidLastStandsByWhicheverWayItCame() {
        sms(SmsDay.OFFICER, "HADIR J 100 SLOT 07.30" + written(minutesAgo(5)));
        hour(minutesAgo(20), "\"voters\": {\"total\": 90}");
        assertThat(voters()).isEqualTo(100);
        hour(minutesAgo(20), "\"voters\": {\"total\": 90}, \"mobility\": \"HIGH\"");
        assertThat(voters()).isEqualTo(100);
        assertThat(states()).containsExactly("SMS ACCEPTED", "APP SUPERSEDED", "APP ACCEPTED");
        hour(minutesAgo(2), "\"voters\": {\"total\": 110}");
        sms(SmsDay.OFFICER, "HADIR J 105 SLOT 07.30" + written(minutesAgo(4)));
        assertThat(voters()).isEqualTo(110);
        sms(SmsDay.OFFICER, "HADIR J 120 SLOT 07.30");
        assertThat(voters()).isEqualTo(120);
    }

    @Test
    void aTelephoneWhoseClockIsAheadHasNotSaidItLast() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        hour(tomorrow, "\"voters\": {\"total\": 90}");
        sms(SmsDay.OFFICER, "HADIR J 120 SLOT 07.30");
        assertThat(voters()).isEqualTo(120);

        form("petugas", tomorrow, WHOLE);
        sms(SmsDay.OFFICER, FORM.replace("120", "119").replace("210", "209").replace("215", "214"));
        assertThat(versions()).containsExactly("FIRST APP", "OWN_CORRECTION SMS");

        var about = "\"kind\": \"SITUATION\", \"slot\": \"07.30\", \"region\": \"36.04.05.2002\"";
        app("desa", about, tomorrow, "\"security\": \"UNREST\"");
        sms(SmsDay.VILLAGE, "SITUASI AMAN SLOT 07.30");
        assertThat(day.rows("SELECT security FROM desk.situation").get(0)).containsEntry("security", "CALM");
    }

    @Test
    void theSituationOfAVillageComesBothWays() {
        var about = "\"kind\": \"SITUATION\", \"slot\": \"07.30\", \"region\": \"36.04.05.2002\"";
        app("desa", about, minutesAgo(20), "\"security\": \"ATTENTION\", \"weather\": \"RAIN\"");
        sms(SmsDay.VILLAGE, "SITUASI RAWAN SLOT 07.30" + written(minutesAgo(20)));
        sms(SmsDay.VILLAGE, "SITUASI AMAN SLOT 07.30" + written(minutesAgo(2)));
        app("desa", about, minutesAgo(10), "\"security\": \"UNREST\"");
        assertThat(states()).containsExactly("APP ACCEPTED", "SMS ACCEPTED again", "SMS ACCEPTED", "APP SUPERSEDED");
        assertThat(day.rows("SELECT security FROM desk.situation").get(0)).containsEntry("security", "CALM");
    }
}
