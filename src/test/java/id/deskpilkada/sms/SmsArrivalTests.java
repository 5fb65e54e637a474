package id.deskpilkada.sms;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What gateways hand over, in whatever shape, and what the desk does with SMS that belong to nobody. */
@WholeApplication
class SmsArrivalTests {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    SmsDay day;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    private String[] token() {
        return new String[] {"X-Desk-Token", day.token()};
    }

    private long stored() {
        return day.rows("SELECT id FROM desk.sms_message").size();
    }

    @Test
    void theUsualShapesOfGatewaysAreRead() {
        day.hand(JSON, "{\"from\": \"+6281211110001\", \"text\": \"AMAN\", \"id\": 1}", token());
        day.hand(JSON, "[{\"sender\": \"081211110001\", \"message\": \"AMAN\", \"messageId\": \"2\"}]", token());
        day.hand(FORM, "From=%2B6281211110001&Body=AMAN&MessageSid=3", token());
        day.hand(FORM, "msisdn=6281211110001&text=AMAN&message_id=4&secret=" + day.token());
        day.hand(
                JSON,
                "{\"event\": \"sms:received\", \"payload\": {\"phoneNumber\": \"0812-1111-0001\", \"message\": \"AMAN\", \"messageId\": \"5\", \"receivedAt\": \"2024-11-27T10:00:00+07:00\"}}",
                token());
        assertThat(day.rows("SELECT number, text, external_id FROM desk.sms_message ORDER BY external_id"))
                .extracting(row -> row.get("number") + " " + row.get("text") + " " + row.get("external_id"))
                .containsExactly(
                        "+6281211110001 AMAN 1",
                        "+6281211110001 AMAN 2",
                        "+6281211110001 AMAN 3",
                        "+6281211110001 AMAN 4",
                        "+6281211110001 AMAN 5");
    }

    @Test
    void aGatewayWithNamesOfItsOwnIsReadByThem() {
        day.client("admin-uji")
                .put(
                        "/api/sms/gateways/hp-desk",
                        "{\"fromField\": \"/a/nomor\", \"textField\": \"isi\", \"idField\": \"/a/no\"}");
        var answer =
                day.hand(JSON, "{\"a\": {\"nomor\": \"081211110001\", \"no\": \"7\"}, \"isi\": \"AMAN\"}", token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.text()).contains("\"stored\":1", "\"success\":true");
    }

    @Test
    void aRepetitionChangesNothingWithAndWithoutANameOfTheMessage() {
        var named = "{\"from\": \"081211110001\", \"text\": \"AMAN\", \"id\": \"a\"}";
        var unnamed = "{\"from\": \"081211110001\", \"text\": \"RAWAN\"}";
        day.hand(JSON, named, token());
        day.hand(JSON, unnamed, token());
        assertThat(day.hand(JSON, named, token()).text()).contains("\"stored\":0");
        assertThat(day.hand(JSON, unnamed, token()).text()).contains("\"stored\":0");
        assertThat(stored()).isEqualTo(2);
        day.work();
        day.work();
        assertThat(day.reports()).hasSize(2);
    }

    @Test
    void nobodyHandsOverWithoutTheTokenNorWithItInTheAddress() {
        var body = "{\"from\": \"081211110001\", \"text\": \"AMAN\"}";
        assertThat(day.hand(JSON, body).status()).isEqualTo(401);
        assertThat(day.hand(JSON, body, "X-Desk-Token", "salah").status()).isEqualTo(401);
        assertThat(day.to("/api/sms/inbound/lain", JSON, body, token()).status())
                .isEqualTo(401);
        var withToken = "/api/sms/inbound/hp-desk?secret=" + day.token();
        assertThat(day.to(withToken, JSON, body).status()).isEqualTo(401);
        assertThat(day.to(withToken, FORM, "from=081211110001&text=AMAN").status())
                .isEqualTo(401);
        assertThat(day.to("/api/sms/inbound/hp-desk?s%65cret=" + day.token(), FORM, "from=081211110001&text=AMAN")
                        .status())
                .as("however its name is spelt")
                .isEqualTo(401);
        assertThat(day.hand(JSON, body, token()).status()).isEqualTo(202);
        day.client("admin-uji").put("/api/sms/gateways/hp-desk", "{\"active\": false}");
        assertThat(day.hand(JSON, body, token()).status()).isEqualTo(401);
        assertThat(stored()).isEqualTo(1);
        assertThat(day.rows("SELECT 1 FROM desk.audit_entry WHERE action = 'sms.inbound' AND outcome = 'REFUSED'"))
                .hasSize(7);
    }

    @Test
    void whatIsNoMessageIsRefusedAndWhatIsTooLongIsKeptToAThousandCharacters() {
        assertThat(day.hand(JSON, "{\"from\": \"0812\"}", token()).status()).isEqualTo(422);
        assertThat(day.hand(JSON, "tidak", token()).status()).isEqualTo(422);
        day.hand(JSON, "{\"from\": \"081211110001\", \"text\": \"" + "AMAN ".repeat(500) + "\"}", token());
        assertThat(day.rows("SELECT length(text) AS n FROM desk.sms_message").get(0))
                .containsEntry("n", 1000);
    }

    @Test
    void moreThanANumberMaySendIsAskedToComeAgainLater() {
        for (int sent = 0; sent < 200; sent += 100) {
            var many = new StringBuilder();
            for (int at = 0; at < 100; at++) {
                many.append(at == 0 ? "[" : ",")
                        .append("{\"from\": \"081299990000\", \"text\": \"x\", \"id\": \"" + (sent + at) + "\"}");
            }
            assertThat(day.hand(JSON, many + "]", token()).status()).isEqualTo(202);
        }
        var more = "{\"from\": \"081299990000\", \"text\": \"x\", \"id\": \"lagi\"}";
        assertThat(day.hand(JSON, more, token()).status()).isEqualTo(429);
        day.work();
        assertThat(day.whole()).as("one reply a day to a number nobody knows").hasSize(1);
    }

    @Test
    void whatIsNoMessageKeepsNoOtherOfTheSameListWaiting() {
        var list =
                "[{\"from\": \"081211110001\", \"id\": \"x\"}, {\"from\": \"081211110001\", \"text\": \"AMAN\", \"id\": \"y\"}]";
        assertThat(day.hand(JSON, list, token()).text()).contains("\"stored\":1");
        assertThat(day.hand(JSON, "[{\"from\": \"081211110001\", \"isi\": \"AMAN\"}]", token())
                        .status())
                .as("a gateway that names its fields otherwise hears of it")
                .isEqualTo(422);
        assertThat(day.rows("SELECT external_id FROM desk.sms_message")).hasToString("[{external_id=y}]");
    }

    @Test
    void anSmsWithNothingInItIsDoneWith() {
        for (var empty : List.of("\"\"", "\" \"", "null")) {
            var answer = day.hand(JSON, "{\"from\": \"081211110001\", \"text\": " + empty + "}", token());
            assertThat(answer.status()).as(empty).isEqualTo(202);
            assertThat(answer.text()).contains("\"stored\":0");
        }
        assertThat(day.hand(FORM, "id=8f0c-2&from=%2B6281211110001&time=1&text=", token())
                        .status())
                .isEqualTo(202);
        assertThat(stored()).isZero();
    }

    @Test
    void whoeverSendsTooMuchKeepsNobodyElsesSmsWaiting() {
        for (int sent = 0; sent < 200; sent += 100) {
            int first = sent;
            var many = IntStream.range(first, first + 100)
                    .mapToObj(at -> "{\"from\": \"081299990000\", \"text\": \"x\", \"id\": \"" + at + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            assertThat(day.hand(JSON, many, token()).status()).isEqualTo(202);
        }
        var list =
                "[{\"from\": \"081299990000\", \"text\": \"x\", \"id\": \"lagi\"}, {\"from\": \"081211110001\", \"text\": \"AMAN\", \"id\": \"y\"}]";
        assertThat(day.hand(JSON, list, token()).status())
                .as("the gateway comes again with what was too much")
                .isEqualTo(429);
        assertThat(day.hand(JSON, list, token()).status()).isEqualTo(429);
        assertThat(day.rows("SELECT external_id FROM desk.sms_message WHERE number = '+6281211110001'"))
                .as("and what was not is here, once")
                .hasToString("[{external_id=y}]");
    }

    @Test
    void whoeverCallsForHelpAgainAndAgainAlarmsTheDeskOnce() {
        var desk = day.rows("SELECT DISTINCT staff_id FROM desk.staff_role WHERE role = 'desk'")
                .size();
        for (int again = 0; again < 5; again++) {
            day.sends(SmsDay.STRANGER, "TOLONG cepat " + again);
        }
        // Five calls may lie on both sides of the end of ten minutes.
        assertThat(day.rows("SELECT 1 FROM desk.message WHERE template = 'sms-alarm'"))
                .hasSizeBetween(desk, 2 * desk);
        day.sends("081299990001", "TOLONG");
        assertThat(day.rows(
                        "SELECT 1 FROM desk.message WHERE template = 'sms-alarm' AND occasion LIKE '%+6281299990001%'"))
                .hasSize(desk);
        assertThat(day.client("meja")
                        .get("/api/sms?state=PARKED")
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void theDeskSaysWhoseAMessageIsAndSeesNoFigures() {
        assertThat(day.sends(SmsDay.STRANGER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215"))
                .contains("belum terdaftar");
        assertThat(day.sends("TELKOMSEL", "Sisa pulsa Anda 5")).isEmpty();
        var list = day.client("meja").get("/api/sms?state=PARKED").body();
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.toString()).contains("BUPATI").doesNotContain("120").doesNotContain("210");
        var form = list.at("/items/1/id").asText();
        var operator = list.at("/items/0/id").asText();
        var desk = day.client("meja");
        assertThat(desk.post("/api/sms/" + form + "/assign", "{\"username\": \"bukan-siapa\"}")
                        .status())
                .isEqualTo(422);
        assertThat(desk.post("/api/sms/" + form + "/assign", "{\"username\": \"" + SmallElection.MARGASANA_1 + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(desk.post("/api/sms/" + operator + "/dismiss", "{\"reason\": \"dari operator\"}")
                        .status())
                .isEqualTo(204);
        assertThat(desk.post("/api/sms/" + operator + "/dismiss", "{\"reason\": \"dari operator\"}")
                        .status())
                .isEqualTo(409);
        day.work();
        assertThat(day.reports().map(report -> report.path("onBehalfOf").asText()))
                .containsExactly("petugas");
        assertThat(
                        day.rows(
                                "SELECT username, details::text AS details FROM desk.audit_entry WHERE action = 'sms.assigned'"))
                .hasToString("[{username=meja, details={\"number\": \"…0000\", \"username\": \"petugas\"}}]");
        assertThat(day.client("desa").get("/api/sms").status()).isEqualTo(403);
        var page = desk.get("/desk/sms-masuk?keadaan=TAKEN").text();
        assertThat(page)
                .contains("0812-9999-0000", "C1 TPS 001 Margasana, Bupati")
                .doesNotContain("1=120");
    }

    @Test
    void whoeverSaysWhoseAFormIsDoesNotVerifyIt() {
        day.sends(SmsDay.STRANGER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215");
        var desk = day.client("meja");
        var form = desk.get("/api/sms?state=PARKED").body().at("/items/0/id").asText();
        desk.post("/api/sms/" + form + "/assign", "{\"username\": \"petugas\"}");
        day.work();
        day.settle();
        assertThat(
                        day.rows(
                                "SELECT r.username AS reporter, e.username AS by FROM desk.c1_version v JOIN desk.staff_member r ON r.id = v.reporter_id JOIN desk.staff_member e ON e.id = v.entered_by_id"))
                .hasToString("[{reporter=petugas, by=meja}]");
        day.openWide();
        var address = "/api/c1/BUPATI/" + SmallElection.MARGASANA_1 + "/rekeyings";
        var data = "{\"data\": {\"votes\": {\"1\": 120, \"2\": 90}}}";
        assertThat(desk.post(address, data).body().path("code").asText()).isEqualTo("SAME_PERSON");
        assertThat(day.client("meja2").post(address, data).body().path("code").asText())
                .as("somebody else of the desk may")
                .isNotEqualTo("SAME_PERSON");
        assertThat(desk.get("/desk/c1/BUPATI/" + SmallElection.MARGASANA_1).text())
                .contains("nomor HP dinyatakan miliknya oleh meja");
    }

    @Test
    void nobodyElseReadsFiguresInWhatWasReplied() {
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215");
        assertThat(day.sends(SmsDay.OFFICER, "BUPATI 1 120 2 90 S 210 TS 5 J 215"))
                .as("a form without its name is no report of the day with figures for remarks")
                .startsWith("Tidak dimengerti");
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 2 91 S 210 TS 5 J 215");
        var desk = day.client("meja");
        for (var path : List.of(
                "/api/notifications", "/desk/pesan?keadaan=semua", "/api/sms", "/desk/sms-masuk?keadaan=semua")) {
            var text = desk.get(path).text();
            assertThat(text).as(path).contains("1111").doesNotContainPattern("[ =](120|210|211|215)\\b");
        }
        assertThat(day.whole()).anyMatch(text -> text.contains("1=120"));
    }

    @Test
    void whatKannelAsksForByGetIsHandedOverByAPostThatNginxMakesOfIt() {
        var asked = "id=8f0c-1&from=%2B6281211110001&time=" + Instant.now().getEpochSecond() + "&text=C1+12K+%231";
        var answer = day.hand(FORM, asked, token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(day.hand(FORM, asked, token()).text()).contains("\"stored\":0");
        assertThat(day.rows("SELECT number, text, external_id FROM desk.sms_message"))
                .hasToString("[{number=+6281211110001, text=C1 12K #1, external_id=8f0c-1}]");
        assertThat(day.client("admin-uji")
                        .get("/api/sms/inbound/hp-desk?" + asked)
                        .status())
                .as("nothing is taken from an address")
                .isEqualTo(405);
    }

    @Test
    void anUnknownCallForHelpAlarmsTheDesk() {
        day.sends(SmsDay.STRANGER, "TOLONG ada keributan di TPS 3");
        assertThat(day.rows("SELECT 1 FROM desk.message WHERE template = 'sms-alarm' AND urgent"))
                .isNotEmpty();
        assertThat(day.client("meja")
                        .get("/api/sms?state=PARKED")
                        .body()
                        .at("/items/0/urgent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyStationHasItsCard() {
        var card = day.client("petugas").get("/api/sms/cards/" + SmallElection.MARGASANA_1 + ".pdf");
        assertThat(card.status()).as(card.text()).isEqualTo(200);
        assertThat(card.text()).startsWith("%PDF");
        assertThat(day.client("desa").get("/api/sms/cards/36.04.05.2002.pdf").status())
                .isEqualTo(200);
        assertThat(day.client("desa").get("/api/sms/cards/36.04.17.2001.pdf").status())
                .isEqualTo(403);
    }

    @Test
    void theListIsTurnedPageByPage() {
        var strangers = IntStream.rangeClosed(1, 51)
                .mapToObj(number -> "{\"from\": \"" + SmsDay.STRANGER + "\", \"text\": \"halo " + number + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        day.hand(JSON, strangers, token());
        day.work();

        assertThat(turns("")).containsExactly("next page=1");
        assertThat(turns("&page=1")).containsExactly("prev page=0", "next page=2");
        assertThat(turns("&page=2")).containsExactly("prev page=1");
    }

    /** Where the links at the foot of the list lead. */
    private List<String> turns(String page) {
        var list =
                day.client("meja").get("/desk/sms-masuk?keadaan=PARKED" + page).text();
        return Pattern.compile("rel=\"(\\w+)\" href=\"/desk/sms-masuk\\?keadaan=PARKED&amp;(page=\\d)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    @Test
    void theAdministratorSetsGatewaysUpOnAPage() {
        var page = day.client("admin-uji").get("/setup/sms");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("/api/sms/inbound/hp-desk").doesNotContain("Belum dipakai");
        day.client("admin-uji").put("/api/sms/gateways/modem", "{\"name\": \"Modem\"}");
        assertThat(day.client("admin-uji").get("/setup/sms").text())
                .as("until it has a token nobody is offered SMS")
                .contains("Belum dipakai. Buat token");
        assertThat(day.client("meja").get("/setup/sms").status()).isEqualTo(403);
        assertThat(day.client("admin-uji").put("/api/sms/gateways/B%20C", "{}").status())
                .isEqualTo(422);
        assertThat(day.client("meja").get("/api/sms/gateways").status()).isEqualTo(403);
    }
}
