package id.deskpilkada.incident.digest;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.LEADER;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class LeaderDigestTests {

    private static final String BRAWL = "{\"category\": \"SECURITY\", \"description\": \"Dorong-dorongan antrean\"}";
    private static final String SHORTAGE =
            "{\"category\": \"LOGISTICS\", \"description\": \"Surat suara kurang 20 lembar\"}";
    private static final String FAINTED = "{\"category\": \"HEALTH\", \"description\": \"Pak Ujang mengidap asma\"}";
    private static final String COLLAPSED = "{\"needsAmbulance\": true}";

    @Autowired
    IncidentDay day;

    @Autowired
    LeaderDigest digest;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    DigestRows rows;

    @Autowired
    DigestWords words;

    @Autowired
    IncidentPeople people;

    @Autowired
    IncidentPlaces places;

    @Autowired
    Notifications notifications;

    @Autowired
    SystemTransactions transactions;

    @LocalServerPort
    int port;

    @BeforeEach
    void theDay() {
        day.begin();
    }

    private long reported(String tps, String data) {
        assertThat(day.report(port, tps.equals(BAROS_1) ? "baros" : REPORTER, tps, data)
                        .status())
                .isEqualTo(201);
        return day.newest();
    }

    private void decide(long incident, String act, String body) {
        var answer = day.as(port, DESK).post("/api/incidents/" + incident + "/" + act, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private void afterAnHour() {
        installation.asOwner().update("UPDATE desk.incident_digest SET sent_at = sent_at - interval '1 hour'");
        digest.send();
    }

    /** The digests so far, with who got them. */
    private List<String> told() {
        return day.rows(
                "SELECT s.username || ': ' || m.subject FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = 'incident-digest' ORDER BY m.occasion, 1");
    }

    private String newestText() {
        return day.rows(
                        "SELECT long_text FROM desk.message WHERE template = 'incident-digest' ORDER BY occasion DESC LIMIT 1")
                .get(0);
    }

    @Test
    void whereNothingHappensNobodyIsWrittenTo() {
        digest.send();
        digest.send();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsNotGraveComesInOneMessageAnHourAndOnlyOnce() {
        long brawl = reported(MARGASANA_1, BRAWL);
        long shortage = reported(MARGASANA_2, SHORTAGE);
        long fainted = reported(BAROS_1, FAINTED);
        digest.send();
        digest.send();
        assertThat(told()).containsExactly("sekda: Ringkasan kejadian: 3 baru, 0 selesai, 3 masih terbuka");
        assertThat(newestText())
                .contains("Baru: 3 (Kesehatan 1, Logistik 1, Keamanan 1)", "Selesai: 0")
                .contains("K-" + brawl + ", TPS 001 Margasana, tingkat")
                .contains("K-" + shortage + ", TPS 002 Margasana, tingkat")
                .contains("K-" + fainted + ", TPS 001 ")
                .doesNotContain("Ujang", "asma", "Dorong", " lagi");
        assertThat(day.rows("SELECT link FROM desk.message WHERE template = 'incident-digest'"))
                .containsExactly("/desk/kejadian");

        reported(BAROS_1, SHORTAGE);
        digest.send();
        assertThat(told()).as("the hour is not over").hasSize(1);
        afterAnHour();
        assertThat(told()).hasSize(2).last().isEqualTo("sekda: Ringkasan kejadian: 1 baru, 0 selesai, 4 masih terbuka");
        afterAnHour();
        assertThat(told()).as("nothing new").hasSize(2);
    }

    @Test
    void onlyTheLeaderOnDutyIsWrittenTo() {
        new People(staff, secrets).add("asisten", "Asisten Daerah", "leader@36.04");
        installation
                .asOwner()
                .execute(
                        """
                        WITH post AS (INSERT INTO desk.duty_post (name, area) VALUES ('Desk', '3604') RETURNING id),
                          shift AS (INSERT INTO desk.duty_shift (post_id, starts_at, ends_at) SELECT id, now() - interval '1 hour', now() + interval '1 hour' FROM post RETURNING id)
                        INSERT INTO desk.duty_person (shift_id, staff_id) SELECT shift.id, s.id FROM shift, desk.staff_member s WHERE s.username = 'asisten'
                        """);
        reported(MARGASANA_1, BRAWL);
        digest.send();
        assertThat(told()).singleElement().asString().startsWith("asisten: ");
    }

    @Test
    void lifeInDangerIsNoNewsAgainButCounts() {
        long collapsed = reported(MARGASANA_1, COLLAPSED);
        digest.send();
        assertThat(told()).as("the leader was told at once").isEmpty();

        reported(MARGASANA_2, BRAWL);
        digest.send();
        assertThat(told()).containsExactly("sekda: Ringkasan kejadian: 1 baru, 0 selesai, 2 masih terbuka");
        assertThat(newestText())
                .contains("Baru: 1 (Keamanan 1)", "K-" + collapsed + ", TPS 001 Margasana, tingkat 4\nK-");
        assertThat(day.rows("SELECT short_text FROM desk.message WHERE template = 'incident-digest'"))
                .singleElement()
                .asString()
                .contains("(1 tingkat 4)");

        decide(collapsed, "severity", "{\"severity\": 2, \"reason\": \"Hanya pusing\"}");
        afterAnHour();
        assertThat(told()).as("less grave now, and told before").hasSize(1);
    }

    @Test
    void anAgencyThatDidNotAnswerHasMadeItKnown() {
        long brawl = reported(MARGASANA_1, BRAWL);
        decide(brawl, "triage", "{\"severity\": 2, \"agencies\": [\"bpbd\"]}");
        day.fire(day.dispatchInstance(day.dispatch(brawl, "bpbd")), "leader-due");
        digest.send();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatEndsIsToldOnceAndWhatWasNoneOnlyToWhoeverHeardOfIt() {
        long brawl = reported(MARGASANA_1, BRAWL);
        digest.send();
        long shortage = reported(MARGASANA_2, SHORTAGE);
        decide(shortage, "reject", "{\"reason\": \"Salah hitung\"}");
        afterAnHour();
        assertThat(told()).as("never heard of it").hasSize(1);

        decide(brawl, "reject", "{\"reason\": \"Hanya antrean panjang\"}");
        afterAnHour();
        afterAnHour();
        assertThat(told()).hasSize(2).last().isEqualTo("sekda: Ringkasan kejadian: 0 baru, 1 selesai, 0 masih terbuka");
        assertThat(newestText()).contains("Selesai: 1 (Keamanan 1)", "Tidak ada kejadian yang masih terbuka.");
    }

    @Test
    void aLongListIsCutShort() {
        reported(MARGASANA_1, BRAWL);
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.incident (round_id, tps_code, area, category, severity, description, origin, observed_at, reported_at, state, triage_by)
                        SELECT round_id, tps_code, area, 'POWER_NETWORK', 1, 'Listrik padam', origin, now(), now(), state, now() FROM desk.incident, generate_series(1, 11)
                        """);
        digest.send();
        assertThat(newestText())
                .contains("Listrik dan jaringan 11", "\ndan 2 lagi")
                .containsPattern("(K-\\d+, .*\\n){10}dan");
    }

    @Test
    void severalNodesAtOnceWriteOneDigest() {
        reported(MARGASANA_1, BRAWL);
        for (int hour = 0; hour < 3; hour++) {
            var nodes = Stream.generate(() -> CompletableFuture.runAsync(digest::send))
                    .limit(4)
                    .toList();
            nodes.forEach(CompletableFuture::join);
            assertThat(told()).hasSize(hour + 1);
            reported(hour % 2 == 0 ? MARGASANA_2 : BAROS_1, SHORTAGE);
            installation.asOwner().update("UPDATE desk.incident_digest SET sent_at = sent_at - interval '1 hour'");
        }
    }

    @Test
    void withoutALeaderNothingIsLost() {
        installation.asOwner().update("UPDATE desk.staff_member SET active = false WHERE username = ?", LEADER);
        reported(MARGASANA_1, BRAWL);
        digest.send();
        assertThat(told()).isEmpty();
        installation.asOwner().update("UPDATE desk.staff_member SET active = true WHERE username = ?", LEADER);
        digest.send();
        assertThat(told()).hasSize(1);
    }

    @Test
    void anHourUnlessTheInstallationSaysOtherwiseAndNeverWhereItIsOff(@Autowired DigestSettings settings) {
        assertThat(settings.digest()).isEqualTo(Duration.ofHours(1));
        reported(MARGASANA_1, BRAWL);
        new LeaderDigest(
                        rows,
                        words,
                        new DigestSettings(Duration.ZERO),
                        people,
                        places,
                        notifications,
                        transactions,
                        Clock.systemUTC())
                .send();
        assertThat(told()).isEmpty();
    }
}
