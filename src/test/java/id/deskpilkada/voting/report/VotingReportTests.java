package id.deskpilkada.voting.report;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.voting.VotingDay.ago;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports of the day from the HTTP request to the figures that hold. */
@WholeApplication
class VotingReportTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    Rounds rounds;

    @Autowired
    OpeningTimes openings;

    @LocalServerPort
    int port;

    VotingDay day;

    @BeforeEach
    void begin() {
        day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
    }

    @Test
    void aReportBecomesTheFiguresOfItsSlot() {
        day.accepted(
                "siti",
                MARGASANA_1,
                "10.00",
                """
                {"openedAt":"%s","voters":{"male":61,"female":64},"security":"CALM","mobility":"HIGH","queue":12,"remarks":"Lancar"}
                """
                        .formatted(ago(240)));
        assertThat(state(MARGASANA_1, "10.00"))
                .containsEntry("total", 125)
                .containsEntry("male", 61)
                .containsEntry("security", "CALM")
                .containsEntry("mobility", "HIGH")
                .containsEntry("queue", 12)
                .containsEntry("remarks", "Lancar")
                .containsEntry("version", 1);
        assertThat(station(MARGASANA_1))
                .containsEntry("turnout", 125)
                .containsEntry("opened_late", false)
                .containsEntry("halted", false);
        assertThat(progress("10.00").path("received").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data.security | NOTHING_REPORTED",
                "{'remarks':'hujan','queue':3} | data.security | NOTHING_REPORTED",
                "{'voters':{'total':1000}} | data.voters.total | OUT_OF_RANGE",
                "{'voters':{'total':-1}} | data.voters.total | OUT_OF_RANGE",
                "{'voters':{'total':'100'}} | data.voters.total | OUT_OF_RANGE",
                "{'voters':{'male':600,'female':500}} | data.voters.total | OUT_OF_RANGE",
                "{'voters':{'male':50,'female':40,'total':91}} | data.voters.total | TURNOUT_SUM",
                "{'voters':{'male':50,'total':49}} | data.voters.total | TURNOUT_SUM",
                "{'voters':120} | data.voters | NOT_AN_OBJECT",
                "{'voters':{'men':1}} | data.voters.men | UNKNOWN_VOTING_FIELD",
                "{'security':'KONDUSIF'} | data.security | UNKNOWN_CHOICE",
                "{'security':'CALM','queue':1.5} | data.queue | OUT_OF_RANGE",
                "{'security':'CALM','officersCondition':'SICK'} | data.officersCondition | UNKNOWN_CHOICE",
                "{'halted':'ya'} | data.halted | NOT_YES_OR_NO",
                "{'openedAt':'07.05'} | data.openedAt | NOT_A_TIME",
                "{'openedAt':'2099-11-27T07:00:00+07:00'} | data.openedAt | TIME_IN_FUTURE",
                "{'openedAt':'2024-11-26T23:00:00+07:00'} | data.openedAt | TIME_BEFORE_DAY",
                "{'security':'CALM','onDutySince':'2024-11-20T05:00:00+07:00'} | data.onDutySince | TIME_BEFORE_DAY",
                "{'security':'CALM','turnout':5} | data.turnout | UNKNOWN_VOTING_FIELD"
            })
    void whatCannotBeReadIsToldFieldByField(String data, String field, String code) {
        var answer = day.send("siti", VotingDay.tps(MARGASANA_1, "10.00", data.replace('\'', '"')));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(faults(answer)).contains(field + " " + code);
    }

    @Test
    void everyFaultOfAReportIsToldAtOnce() {
        var answer = day.send(
                "siti",
                VotingDay.tps(
                        MARGASANA_1,
                        "10.00",
                        "{\"voters\":{\"total\":5000},\"security\":\"X\",\"closedAt\":\"%s\",\"openedAt\":\"%s\",\"halted\":1}"
                                .formatted(ago(60), ago(30))));
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "data.voters.total OUT_OF_RANGE",
                        "data.security UNKNOWN_CHOICE",
                        "data.halted NOT_YES_OR_NO",
                        "data.closedAt CLOSED_BEFORE_OPENED");
    }

    @Test
    void fewerVotersThanBeforeNeedAReason() {
        day.accepted("siti", MARGASANA_1, "07.30", "{\"voters\":{\"total\":80}}");
        var refused = day.send("siti", VotingDay.tps(MARGASANA_1, "10.00", "{\"voters\":{\"total\":75}}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("TURNOUT_BELOW_EARLIER");
        assertThat(refused.body().at("/errors/0/message").asText())
                .contains("75")
                .contains("80")
                .contains("07.30");
        day.accepted(
                "siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":75},\"remarks\":\"Pukul 07.30 salah ketik\"}");
        assertThat(state(MARGASANA_1, "10.00"))
                .containsEntry("below_earlier", true)
                .containsEntry("total", 75);
        assertThat(station(MARGASANA_1)).containsEntry("turnout", 75);
    }

    @Test
    void aLateReportOfAnEarlierSlotNeedsAReasonToo() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":120}}");
        var refused = day.send("siti", VotingDay.tps(MARGASANA_1, "07.30", "{\"voters\":{\"total\":130}}"));
        assertThat(refused.body().at("/errors/0/message").asText())
                .contains("120")
                .contains("130");
        day.accepted("siti", MARGASANA_1, "07.30", "{\"voters\":{\"total\":60}}");
        assertThat(station(MARGASANA_1)).containsEntry("turnout", 120).containsEntry("turnout_slot", "10.00");
        assertThat(progress("07.30").path("late").asInt()).isEqualTo(1);
    }

    @Test
    void ofTwoReportsThatOvertookEachOtherTheUnreasonableOneIsRejected() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(put(first, "10.00", 100).status()).isEqualTo(201);
        assertThat(put(second, "07.30", 150).status()).isEqualTo(201);
        dispatcher.drain();
        var states = List.of(ended(first), ended(second));
        assertThat(states)
                .extracting(one -> one.path("state").asText())
                .containsExactlyInAnyOrder("ACCEPTED", "REJECTED");
        assertThat(states.toString()).contains("TURNOUT_BELOW_EARLIER");
    }

    @Test
    void aNewerVersionReplacesWhatItNamesAndKeepsTheRest() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":120},\"queue\":30}");
        day.accepted("sari", MARGASANA_1, "10.00", "{\"security\":\"ATTENTION\",\"queue\":5}");
        assertThat(state(MARGASANA_1, "10.00"))
                .containsEntry("version", 2)
                .containsEntry("total", 120)
                .containsEntry("queue", 5)
                .containsEntry("security", "ATTENTION");
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":118}}");
        assertThat(station(MARGASANA_1)).containsEntry("turnout", 118);
    }

    @Test
    void theSameAgainChangesNothing() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":120},\"security\":\"CALM\"}");
        var again = day.accepted("sari", MARGASANA_1, "10.00", "{\"voters\":{\"total\":120},\"security\":\"CALM\"}");
        assertThat(again.at("/reasons/0/code").asText()).isEqualTo("VOTING_REPEAT");
        assertThat(state(MARGASANA_1, "10.00")).containsEntry("version", 1);
    }

    @Test
    void whatCameBeforeInTheLedgerDoesNotReplaceWhatCameLater() {
        var earlier = UUID.randomUUID();
        put(earlier, "10.00", 90);
        installation.asOwner().update("UPDATE desk.field_report SET parked = true WHERE id = ?", earlier);
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":120}}");
        installation.asOwner().update("UPDATE desk.field_report SET parked = false WHERE id = ?", earlier);
        dispatcher.drain();
        assertThat(ended(earlier).path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(state(MARGASANA_1, "10.00")).containsEntry("total", 120).containsEntry("version", 2);
    }

    @Test
    void anAbsurdTurnoutIsHeldUntilTheDeskConfirmsIt() {
        day.accepted("siti", MARGASANA_1, "07.30", "{\"voters\":{\"total\":80}}");
        var held = day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":529}}");
        assertThat(held.at("/reasons/0/code").asText()).isEqualTo("TURNOUT_HELD");
        assertThat(held.at("/reasons/0/message").asText()).contains("529").contains("480");
        assertThat(station(MARGASANA_1)).containsEntry("turnout", 80).containsEntry("held", true);
        var path = "/api/voting/" + MARGASANA_1 + "/slots/10.00/confirmation";
        assertThat(day.client("siti").post(path, "{\"reason\":\"Benar\"}").status())
                .isEqualTo(403);
        assertThat(day.client("dewi")
                        .post(path, "{\"reason\":\" \"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("CONFIRMATION_REASON");
        assertThat(day.client("dewi")
                        .post(path, "{\"reason\":\"KPPS ditelepon: pemilih pindahan\"}")
                        .status())
                .isEqualTo(200);
        assertThat(station(MARGASANA_1)).containsEntry("turnout", 529).containsEntry("held", false);
        assertThat(day.client("dewi").post(path, "{\"reason\":\"Sekali lagi\"}").status())
                .isEqualTo(409);
        assertThat(texts("SELECT reason FROM desk.voting_confirmation"))
                .containsExactly("KPPS ditelepon: pemilih pindahan");
    }

    @ParameterizedTest
    @CsvSource({"528,false", "529,true"})
    void theLimitIsTheVoterListAndATenth(int total, boolean held) {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\":{\"total\":%d}}".formatted(total));
        assertThat(station(MARGASANA_1)).containsEntry("held", held);
    }

    @Test
    void theListOfTheRaceWithTheMostVotersCounts() {
        day.accepted("joko", BAROS_PRISON, "10.00", "{\"voters\":{\"total\":700}}");
        assertThat(station(BAROS_PRISON)).containsEntry("held", false).containsEntry("turnout", 700);
    }

    @Test
    void withoutAListTheLegalSizeCounts() {
        installation.asOwner().update("DELETE FROM desk.voter_list WHERE tps_code = ?", BAROS_1);
        day.accepted("joko", BAROS_1, "10.00", "{\"voters\":{\"total\":660}}");
        assertThat(station(BAROS_1)).containsEntry("held", false);
        day.accepted("joko", BAROS_1, "10.00", "{\"voters\":{\"total\":661}}");
        assertThat(station(BAROS_1)).containsEntry("held", true);
    }

    @Test
    void anOpeningAfterTheSlotOfItsHourIsMarked() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"openedAt\":\"%s\"}".formatted(ago(40)));
        assertThat(station(MARGASANA_1)).containsEntry("opened_late", true);
        day.accepted("siti", MARGASANA_1, "10.00", "{\"openedAt\":\"%s\"}".formatted(ago(90)));
        assertThat(station(MARGASANA_1)).containsEntry("opened_late", false);
    }

    @Test
    void whoOpenedLateIsJudgedAnewByANewSchedule() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"openedAt\":\"%s\"}".formatted(ago(40)));
        setup.reschedule(
                day.round.id(),
                elections.slots(day.round.id()).stream()
                        .map(slot -> slot.slot().equals("07.30")
                                ? SmallElection.voting(
                                        "07.30", slot.opensAt(), slot.dueAt().plusSeconds(1800))
                                : slot)
                        .toList());
        openings.openNext(day.round);
        assertThat(station(MARGASANA_1)).containsEntry("opened_late", false);
    }

    @Test
    void unrestIsSignalledOncePerChangeWithWhatWasWritten() {
        day.accepted("siti", MARGASANA_1, "07.30", "{\"security\":\"UNREST\",\"remarks\":\"Massa mendatangi TPS\"}");
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"UNREST\",\"remarks\":\"Masih ramai\"}");
        assertThat(signals()).containsExactly("SECURITY Keamanan di TPS tidak kondusif. Massa mendatangi TPS");
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"UNREST\"}");
        assertThat(signals()).hasSize(2);
        assertThat(station(MARGASANA_1)).containsEntry("security", "UNREST");
    }

    @Test
    void aHaltedVoteIsAStateUntilItGoesOn() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"halted\":true,\"remarks\":\"Surat suara tertukar\"}");
        day.accepted("siti", MARGASANA_1, "10.00", "{\"halted\":true,\"remarks\":\"Menunggu KPU\"}");
        assertThat(station(MARGASANA_1)).containsEntry("halted", true);
        assertThat(signals()).containsExactly("LOGISTICS Pemungutan suara di TPS terhenti. Surat suara tertukar");
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"CALM\"}");
        assertThat(station(MARGASANA_1)).containsEntry("halted", true);
        day.accepted("siti", MARGASANA_1, "07.30", "{\"halted\":false}");
        assertThat(station(MARGASANA_1))
                .as("an hour before says nothing of now")
                .containsEntry("halted", true);
        day.accepted("siti", MARGASANA_1, "12.00", "{\"halted\":false}");
        assertThat(station(MARGASANA_1)).containsEntry("halted", false);
    }

    @Test
    void officersAreCheckedInByTheReport() {
        day.accepted(
                "siti",
                MARGASANA_1,
                "10.00",
                "{\"security\":\"CALM\",\"officersCondition\":\"TIRED\",\"onDutySince\":\"%s\"}".formatted(ago(200)));
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"CALM\",\"officersCondition\":\"TIRED\"}");
        assertThat(checkins()).containsExactly("TIRED");
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"CALM\",\"officersCondition\":\"NEEDS_AMBULANCE\"}");
        assertThat(checkins()).containsExactly("TIRED", "NEEDS_AMBULANCE");
        assertThat(signals()).containsExactly("HEALTH Seseorang di TPS ini perlu ambulans.");
    }

    @Test
    void theSituationOfAVillageIsKeptAndUnrestSignalled() {
        var data = "{\"security\":\"UNREST\",\"weather\":\"RAIN\",\"power\":\"OFF\",\"remarks\":\"Tawuran pemuda\"}";
        assertThat(day.handled("siti", VotingDay.place("36.04.05.2002", "10.00", data))
                        .path("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        day.handled("kecamatan", VotingDay.place("36.04.05.2002", "12.00", data));
        assertThat(signals()).containsExactly("SECURITY Keamanan di wilayah ini tidak kondusif. Tawuran pemuda");
        assertThat(
                        texts(
                                "SELECT slot || ' ' || security || ' ' || weather || ' ' || power FROM desk.situation ORDER BY slot"))
                .containsExactly("10.00 UNREST RAIN OFF", "12.00 UNREST RAIN OFF");
        assertThat(progress("10.00").path("received").asInt()).isZero();
    }

    @Test
    void theSituationIsThatOfAVillageOrDistrictAndReportedByWhoWorksThere() {
        var calm = "{\"security\":\"CALM\"}";
        assertThat(day.send("joko", VotingDay.place("36.04.05.2002", "10.00", calm))
                        .status())
                .isEqualTo(403);
        assertThat(day.send("kecamatan", VotingDay.place("36.04.05", "10.00", calm))
                        .status())
                .isEqualTo(201);
        var tps = VotingDay.place("x", "10.00", calm).replace("\"region\":\"x\"", "\"tps\":\"" + MARGASANA_1 + "\"");
        assertThat(faults(day.send("siti", tps))).containsExactly("tps SITUATION_PLACE");
        assertThat(faults(day.send("siti", VotingDay.place("36.04.05.2002", "10.00", "{\"weather\":\"HUJAN\"}"))))
                .containsExactlyInAnyOrder("data.weather UNKNOWN_CHOICE", "data.security FIELD_REQUIRED");
        assertThat(faults(day.send("siti", VotingDay.place("36.04.05.2002", "09.00", calm))))
                .containsExactly("slot UNKNOWN_SLOT");
    }

    @Test
    void noNewsIsNotedForWhoeverCalls() {
        var path = "/api/voting/no-news/" + MARGASANA_1;
        assertThat(day.client("joko").put(path, "{\"slot\":\"10.00\"}").status())
                .isEqualTo(403);
        assertThat(day.client("siti")
                        .put(path, "{\"slot\":\"09.00\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("UNKNOWN_SLOT");
        var noted = day.client("siti").put(path, "{\"slot\":\"10.00\"}");
        assertThat(noted.status()).as(noted.text()).isEqualTo(200);
        assertThat(noted.body().path("at").asText()).contains("+07:00");
        assertThat(note("10.00"))
                .startsWith("Belum ada kabar untuk 10.00, dicatat pukul ")
                .endsWith("oleh Siti");
        assertThat(progress("10.00").path("missing").asInt()).isEqualTo(5);
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"CALM\"}");
        assertThat(day.client("siti").put(path, "{\"slot\":\"10.00\"}").status())
                .isEqualTo(409);
        assertThat(note("12.00")).isEqualTo("null");
    }

    @Test
    void aSlotThatTheScheduleNoLongerHoldsIsNotExpected() {
        day.accepted("siti", MARGASANA_1, "12.00", "{\"security\":\"CALM\"}");
        setup.reschedule(
                day.round.id(),
                elections.slots(day.round.id()).stream()
                        .filter(slot -> !slot.slot().equals("12.00"))
                        .toList());
        var progress = progress("12.00");
        assertThat(progress.path("missing").asInt()).isZero();
        assertThat(progress.path("received").asInt()).isEqualTo(1);
        assertThat(progress("13.30").path("missing").asInt()).isEqualTo(5);
    }

    @Test
    void anErasedReportTakesItsWordsAlong() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"security\":\"ATTENTION\",\"remarks\":\"Pak Budi marah\"}");
        installation.asOwner().update("UPDATE desk.field_report SET payload = NULL, salt = NULL");
        assertThat(state(MARGASANA_1, "10.00")).containsEntry("remarks", null).containsEntry("security", "ATTENTION");
    }

    private Answer put(UUID id, String slot, int total) {
        return day.client("siti")
                .put(
                        "/api/field-reports/" + id,
                        VotingDay.tps(MARGASANA_1, slot, "{\"voters\":{\"total\":%d}}".formatted(total)));
    }

    private JsonNode ended(UUID id) {
        return day.client("siti").get("/api/field-reports/" + id).body();
    }

    private static List<String> faults(Answer answer) {
        return answer.body().path("errors").findValues("field").isEmpty()
                ? List.of()
                : java.util.stream.StreamSupport.stream(
                                answer.body().path("errors").spliterator(), false)
                        .map(one -> one.path("field").asText() + " "
                                + one.path("code").asText())
                        .toList();
    }

    private Map<String, Object> state(String tps, String slot) {
        return installation
                .asOwner()
                .queryForMap("SELECT * FROM desk.voting_state WHERE tps_code = ? AND slot = ?", tps, slot);
    }

    private Map<String, Object> station(String tps) {
        return installation.asOwner().queryForMap("SELECT * FROM desk.voting_station WHERE tps_code = ?", tps);
    }

    private List<String> signals() {
        return texts("SELECT category || ' ' || text FROM desk.incident_signal ORDER BY kept_at");
    }

    private List<String> checkins() {
        return texts("SELECT condition FROM desk.duty_checkin ORDER BY seq");
    }

    private List<String> texts(String sql) {
        return installation.asOwner().queryForList(sql, String.class);
    }

    private JsonNode progress(String slot) {
        return day.client("dewi")
                .get("/api/progress?kind=VOTING&slot=" + slot + "&region=36.04")
                .body();
    }

    private String note(String slot) {
        var items = day.client("dewi")
                .get("/api/progress/missing?kind=VOTING&slot=" + slot + "&region=36.04.05.2002")
                .body()
                .path("items");
        for (var item : items) {
            if (item.path("tps").asText().equals(MARGASANA_1)) {
                return item.path("note").asText();
            }
        }
        return items.toString();
    }
}
