package id.deskpilkada.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.notification.SmsGateway;
import id.deskpilkada.sms.grammar.C1Text;
import id.deskpilkada.sms.grammar.Damm;
import id.deskpilkada.sms.grammar.Said.Total;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** From what somebody writes to the report and the reply. */
@WholeApplication
class SmsReportTests {

    private static final String NUMBERS = " BUPATI 1 120 2 90 S 210 TS 5 J 215";

    @Autowired
    SmsDay day;

    @Autowired
    Environment settings;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    /** Number and letter as they stand on the card. */
    private static String card(String tps) {
        return Integer.parseInt(tps.substring(10)) + "" + Damm.letter(tps);
    }

    private String c1State(String tps) {
        return String.valueOf(day.rows(
                        "SELECT f.state FROM desk.c1_form f JOIN desk.race r ON r.id = f.race_id WHERE f.tps_code = ? AND r.code = 'BUPATI'",
                        tps)
                .get(0)
                .get("state"));
    }

    @Test
    void aFormComesInByTheWebhookAndItsReplyGoesOutByTheGateway() {
        try (var gateway = new SmsGateway(settings.getRequiredProperty("desk.notification.sms.url"))) {
            var reply = day.sends(SmsDay.OFFICER, "C1" + NUMBERS);
            day.settle();
            assertThat(c1State(SmallElection.MARGASANA_1)).isEqualTo("RECEIVED");
            assertThat(
                            day.rows(
                                    "SELECT m.username, r.username AS typist, f.source FROM desk.field_report f JOIN desk.staff_member m ON m.id = f.reporter_id JOIN desk.staff_member r ON r.id = f.entered_by_id WHERE f.kind = 'C1'"))
                    .containsExactly(Map.of("username", "petugas", "typist", "petugas", "source", "SMS"));
            assertThat(reply)
                    .isEqualTo(
                            "C1 TPS 001 Margasana BUPATI: 1=120 2=90 S=210 TS=5 J=215 diterima. Salah? Kirim ulang.");
            day.sendReplies();
            assertThat(gateway.taken()).hasSize(1);
            assertThat(gateway.taken().get(0).toString())
                    .contains("6281211110001", "1=120", "Data cepat, bukan hasil resmi.");
        }
        assertThat(day.whole()).allMatch(text -> text.length() <= 160);
    }

    @Test
    void aSumThatDoesNotHoldIsAskedBackAndTakenAsWrittenAfterYes() {
        assertThat(day.sends(SmsDay.OFFICER, "C1 BUPATI 1 210 2 90 S 210 TS 5 J 215"))
                .contains("suara paslon 300, S 210", "YA");
        assertThat(day.reports()).isEmpty();
        assertThat(day.sends(SmsDay.OFFICER, "ya")).contains("diterima", "1=210");
        assertThat(day.reports().findFirst().orElseThrow().at("/data/votes/1").asInt())
                .isEqualTo(210);
        assertThat(day.states()).containsExactly("TAKEN", "ANSWERED");
    }

    @Test
    void aCorrectedMessageMakesTheQuestionNeedless() {
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 210 2 90 S 210 TS 5 J 215");
        assertThat(day.sends(SmsDay.OFFICER, "C1" + NUMBERS)).contains("diterima");
        assertThat(day.sends(SmsDay.OFFICER, "YA")).contains("Tidak ada laporan yang menunggu");
        assertThat(day.states()).containsExactly("DISMISSED", "TAKEN", "ANSWERED");
        assertThat(day.reports()).hasSize(1);
    }

    @Test
    void noWithdrawsWhatWasAskedAbout() {
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 210 2 90 S 210 TS 5 J 215");
        assertThat(day.sends(SmsDay.OFFICER, "BATAL")).contains("dibatalkan");
        assertThat(day.reports()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 S 120")).contains("belum ada paslon 2, TS, J");
        assertThat(day.sends(SmsDay.OFFICER, "C1 1 120 2 90 S 210 TS 5 J 215")).contains("GUBERNUR, BUPATI");
        assertThat(day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 3 90 S 210 TS 5 J 215"))
                .contains("Nomor urut 3");
        assertThat(day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215 APA"))
                .contains("Tidak dimengerti: APA");
        assertThat(day.sends(SmsDay.OFFICER, "C1 BUPATI")).contains("suara paslon belum ada");
    }

    @Test
    void aMistypedStationIsFoundByItsLetterAndOneWithoutLetterIsAskedBack() {
        assertThat(day.sends(SmsDay.VILLAGE, "C1 " + card(SmallElection.MARGASANA_1) + NUMBERS))
                .contains("TPS 001 Margasana", "diterima");
        var wrong = "C1 2" + Damm.letter(SmallElection.MARGASANA_1) + NUMBERS;
        assertThat(day.sends(SmsDay.VILLAGE, wrong)).contains("bukan huruf TPS 002", "Lihat kartu");
        assertThat(day.sends(SmsDay.VILLAGE, "C1 2" + NUMBERS)).contains("TPS 002 Margasana? Balas YA");
        assertThat(day.sends(SmsDay.VILLAGE, "YA")).contains("TPS 002 Margasana BUPATI", "diterima");
        assertThat(day.sends(SmsDay.VILLAGE, "C1 9" + NUMBERS)).contains("TPS 009 tidak ada di wilayah Anda");
        assertThat(day.sends(SmsDay.VILLAGE, "C1 " + SmallElection.BAROS_1 + NUMBERS))
                .contains("tidak terdaftar sebagai pelapor TPS " + SmallElection.BAROS_1);
        assertThat(day.sends(SmsDay.VILLAGE, "C1" + NUMBERS)).contains("Tulis nomor TPS");
    }

    @Test
    void aFormWrittenByAProgramIsTakenWithItsDigitThoughItsSumsDoNotHoldAndRefusedWithAWrongOne() {
        var totals = Map.of(Total.VALID, 200, Total.INVALID, 5, Total.ALL, 215);
        var text = C1Text.write(
                SmallElection.MARGASANA_2, RaceKind.BUPATI, new TreeMap<>(Map.of(1, 120, 2, 90)), totals::get);
        assertThat(day.sends(SmsDay.VILLAGE, text.replace("1 120", "1 210"))).contains("Angka cek", "tidak cocok");
        assertThat(day.sends(SmsDay.VILLAGE, text)).contains("1=120 2=90", "diterima");
    }

    @Test
    void aSharedTelephoneReportsForWhomeverTheStationIs() {
        day.sends(SmsDay.SHARED, "BUKA " + SmallElection.BAROS_1);
        day.sends(SmsDay.SHARED, "BUKA " + SmallElection.KRAMATWATU_1);
        assertThat(day.sends(SmsDay.SHARED, "BUKA 1 07.00")).contains("beberapa desa", "13 angka");
        assertThat(day.reports().map(report -> report.path("onBehalfOf").asText()))
                .containsExactly("berdua2", "berdua1");
    }

    @Test
    void theDayIsToldInAFewWords() {
        assertThat(day.sends(SmsDay.VILLAGE, "hadir " + card(SmallElection.MARGASANA_2) + " L 120 P 110 aman"))
                .isEqualTo("TPS 002 Margasana: hadir L 120 P 110 jumlah 230, kondusif diterima. Salah? Kirim ulang.");
        assertThat(day.sends(SmsDay.VILLAGE, "situasi rawan hujan deras"))
                .isEqualTo("Margasana: perlu perhatian, catatan: hujan deras diterima. Salah? Kirim ulang.");
        assertThat(day.sends(SmsDay.VILLAGE, "hadir 2 120 110 240")).startsWith("Belum diterima:");
        day.settle();
        assertThat(day.rows("SELECT kind, slot, state FROM desk.field_report WHERE source = 'SMS' ORDER BY seq"))
                .extracting(row -> row.get("kind") + " " + row.get("slot") + " " + row.get("state"))
                .containsExactly("VOTING 10.00 ACCEPTED", "SITUATION 10.00 ACCEPTED");
    }

    @Test
    void aCallForHelpIsAnIncidentEvenWhenTheStationIsUnclear() {
        assertThat(day.sends(SmsDay.OFFICER, "tolong di TPS 77 ketua KPPS pingsan perlu ambulans"))
                .contains("Laporan darurat TPS 001 Margasana diterima desk");
        day.settle();
        assertThat(day.rows("SELECT tps_code FROM desk.incident")).hasSize(1);
        assertThat(day.rows("SELECT urgent FROM desk.sms_message").get(0)).containsEntry("urgent", true);
    }

    @Test
    void aCallForHelpWhenNoRoundRunsGoesToTheDesk() {
        assertThat(day.sends(SmsDay.OFFICER, "latihan darurat 1 banjir")).contains("diteruskan ke petugas desk");
        assertThat(day.states()).containsExactly("PARKED");
        assertThat(day.rows("SELECT 1 FROM desk.message WHERE template = 'sms-alarm'"))
                .isNotEmpty();
    }

    @Test
    void helpIsGivenAndNonsenseAnsweredWithExamples() {
        assertThat(day.sends(SmsDay.OFFICER, "bantuan")).contains("C1 12K BUPATI", "DARURAT");
        assertThat(day.sends(SmsDay.OFFICER, "halo apa kabar")).contains("Tidak dimengerti", "BANTUAN");
        assertThat(day.sends(SmsDay.OFFICER, "latihan C1" + NUMBERS)).contains("Belum ada pemungutan suara");
        assertThat(day.whole()).allMatch(text -> text.length() <= 160, "fits one SMS");
    }

    @Test
    void repliesOfAPracticeSaySoAndEverythingOfItGoesWithIt() {
        day.client("meja").post("/api/practice", "{\"hours\": 2}");
        var texts = List.of(
                "LATIHAN C1" + NUMBERS,
                "latihan C1 BUPATI 1 121 2 90 S 210 TS 5 J 215",
                "LATIHAN AMAN",
                "latihan bantuan",
                "LATIHAN apa kabar",
                "LATIHAN tolong banjir");
        assertThat(texts)
                .allSatisfy(text -> assertThat(day.sends(SmsDay.OFFICER, text)).startsWith("LATIHAN "));
        assertThat(day.sends(SmsDay.OFFICER, "YA")).startsWith("LATIHAN ");
        day.sends(SmsDay.STRANGER, "latihan AMAN 1");
        assertThat(day.sends(SmsDay.OFFICER, "AMAN")).doesNotContain("LATIHAN");
        day.settle();
        assertThat(day.whole()).allMatch(text -> text.length() <= 160).hasSize(9);
        var code = day.rows("SELECT code FROM desk.round WHERE kind = 'REHEARSAL'")
                .get(0)
                .get("code");
        var wiped = day.client("meja")
                .post("/api/practice/pilkada-uji/" + code + "/wipe", "{\"confirm\": \"" + code + "\"}");
        assertThat(wiped.status()).as(wiped.text()).isEqualTo(200);
        assertThat(day.rows("SELECT text FROM desk.sms_message")).hasToString("[{text=AMAN}]");
        assertThat(day.whole()).hasSize(1);
    }
}
