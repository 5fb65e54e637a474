package id.deskpilkada.voting.entry;

import static id.deskpilkada.voting.entry.EntryDay.MARGASANA;
import static id.deskpilkada.voting.entry.EntryDay.PASSWORD;
import static id.deskpilkada.voting.entry.EntryDay.tps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.staff.Browser;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form of the day over HTTP: what it holds, and what a browser without scripts sends. */
@WholeApplication
class VotingEntryHttpTests {

    private static final String PAGE = "/lapangan/pemungutan?slot=12.00&wilayah=" + MARGASANA;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    EntryDay day;

    @BeforeEach
    void begin() {
        day = new EntryDay(installation, election, dispatcher, port);
    }

    private JsonNode entry(String username, String slot, String area) {
        var answer = day.client(username).get("/api/voting/entry?slot=" + slot + "&area=" + area);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aRowHoldsWhatIsKnownOfThisSlotAndTheOneBefore() {
        day.accepted(
                "siti",
                tps(1),
                "10.00",
                "{\"openedAt\": \"2024-11-27T07:05:00+07:00\", \"voters\": {\"total\": 210}, \"security\": \"CALM\", \"queue\": 5}");
        day.accepted(
                "siti", tps(1), "12.00", "{\"voters\": {\"male\": 150, \"female\": 160}, \"security\": \"ATTENTION\"}");
        var sheet = entry("siti", "12.00", MARGASANA);

        assertThat(sheet.path("stations").path("total").asInt()).isEqualTo(5);
        var row = sheet.path("stations").path("items").get(0);
        assertThat(row.path("tps").asText()).isEqualTo(tps(1));
        assertThat(row.path("dpt").asInt()).isEqualTo(480);
        assertThat(row.path("state").asText()).isEqualTo("LATE");
        assertThat(row.path("openedAt").asText()).isEqualTo("2024-11-27T07:05:00+07:00");
        assertThat(row.path("now").path("total").asInt()).isEqualTo(310);
        assertThat(row.path("now").path("security").asText()).isEqualTo("ATTENTION");
        assertThat(row.path("before").path("slot").asText()).isEqualTo("10.00");
        assertThat(row.path("before").path("total").asInt()).isEqualTo(210);
        assertThat(row.path("sent").path("state").asText()).isEqualTo("ACCEPTED");
        var other = sheet.path("stations").path("items").get(1);
        assertThat(other.path("state").asText()).isEqualTo("MISSING");
        assertThat(other.has("now") || other.has("before") || other.has("sent")).isFalse();
        assertThat(sheet.path("situation").path("region").asText()).isEqualTo("36.04.05.2002");
    }

    @Test
    void everybodySeesTheRowsTheyReportAndNoOthers() {
        assertThat(entry("rudi", "10.00", MARGASANA).path("stations").path("items"))
                .extracting(row -> row.path("tps").asText())
                .containsExactly(tps(2));
        assertThat(entry("rudi", "10.00", MARGASANA).has("situation")).isFalse();
        assertThat(entry("udin", "10.00", "36.04.05")
                        .path("stations")
                        .path("total")
                        .asInt())
                .isEqualTo(6);
        for (var stranger : List.of("joko", "camat")) {
            var answer = day.client(stranger).get("/api/voting/entry?slot=10.00&area=" + MARGASANA);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body().path("code").asText()).isEqualTo("NOT_YOUR_TPS");
        }
        assertThat(day.client("siti")
                        .get("/api/voting/entry?slot=11.00&area=" + MARGASANA)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twentyStationsFitIntoTenKilobytes() {
        day.stations(6, 20);
        for (int number = 1; number <= 20; number++) {
            day.send(
                    "siti",
                    tps(number),
                    "10.00",
                    "{\"openedAt\": \"2024-11-27T07:05:00+07:00\", \"voters\": {\"total\": 210}, \"security\": \"CALM\", \"queue\": 5, \"mobility\": \"NORMAL\"}");
        }
        day.drain();
        var answer = day.client("siti").get("/api/voting/entry?slot=12.00&area=" + MARGASANA);

        assertThat(answer.body().path("stations").path("items")).hasSize(20);
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(10 * 1024);
    }

    @Test
    void noNewsIsNotedAndTheStationStaysMissing() {
        var noted = day.client("siti").put("/api/voting/no-news/" + tps(3), "{\"slot\": \"12.00\"}");
        assertThat(noted.status()).as(noted.text()).isEqualTo(200);
        var row =
                entry("siti", "12.00", MARGASANA).path("stations").path("items").get(2);
        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(OffsetDateTime.parse(row.path("noNewsAt").asText()))
                .isCloseTo(OffsetDateTime.parse(noted.body().path("at").asText()), within(1, ChronoUnit.MILLIS));

        day.accepted("siti", tps(3), "12.00", "{\"voters\": {\"total\": 200}}");
        var again = day.client("siti").put("/api/voting/no-news/" + tps(3), "{\"slot\": \"12.00\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asText()).isEqualTo("TPS_HAS_REPORTED");
        assertThat(day.client("joko")
                        .put("/api/voting/no-news/" + tps(3), "{\"slot\": \"12.00\"}")
                        .status())
                .isEqualTo(403);
        assertThat(day.client("siti").put("/api/voting/no-news/" + tps(3), "{}").status())
                .isEqualTo(422);
        assertThat(day.client("siti")
                        .put("/api/voting/no-news/" + tps(9), "{\"slot\": \"12.00\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void withoutScriptsEachFilledRowIsSentAndARefusedOneKeepsWhatWasTyped() {
        day.accepted("siti", tps(2), "10.00", "{\"voters\": {\"total\": 210}, \"security\": \"CALM\"}");
        var browser = new Browser(port).signIn("siti", PASSWORD);
        var fields = fields(browser.get(PAGE).body());
        fields.put(tps(1) + ".total", "305");
        fields.put(tps(1) + ".security", "CALM");
        fields.put(tps(2) + ".total", "180");
        fields.put(tps(4) + ".total", "3O5");
        fields.put(tps(5) + ".noNews", "ya");
        fields.put(MARGASANA + ".security", "CALM");
        fields.put(MARGASANA + ".weather", "RAIN");

        var refused = browser.submit(PAGE, PAGE, fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("3 terkirim, 2 belum diterima", "value=\"180\"", "value=\"3O5\"");
        assertThat(refused.body()).contains("aria-describedby=\"" + tps(2) + "-total-salah\"");
        day.drain();
        var again = fields(refused.body());
        again.put(tps(2) + ".remarks", "Tadi salah ketik");
        again.put(tps(4) + ".total", "305");
        var taken = browser.submit(PAGE, PAGE, again);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        day.drain();
        var rows = entry("siti", "12.00", MARGASANA).path("stations").path("items");
        assertThat(rows)
                .extracting(row -> row.path("now").path("total").asInt())
                .containsExactly(305, 180, 0, 305, 0);
        assertThat(rows.get(4).has("noNewsAt")).isTrue();
        assertThat(entry("siti", "12.00", MARGASANA)
                        .path("situation")
                        .path("weather")
                        .asText())
                .isEqualTo("RAIN");
        assertThat(browser.get(taken.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("2 baris terkirim", "nomor terima");
    }

    @Test
    void aSecondClickSendsNothingTwice() {
        var browser = new Browser(port).signIn("siti", PASSWORD);
        var fields = fields(browser.get(PAGE).body());
        fields.put(tps(1) + ".total", "305");

        assertThat(browser.submit(PAGE, PAGE, fields).statusCode()).isEqualTo(302);
        assertThat(browser.submit(PAGE, PAGE, fields).statusCode()).isEqualTo(302);

        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whoTakesCallsNamesWhoCalled() {
        var browser = new Browser(port).signIn("udin", PASSWORD);
        assertThat(browser.get("/lapangan/pemungutan").body()).contains("Margasana", "5 belum");
        var fields = fields(browser.get(PAGE).body());
        fields.put(tps(1) + ".total", "305");
        fields.put("source", "PHONE");
        var unnamed = browser.submit(PAGE, PAGE, fields);
        assertThat(unnamed.statusCode()).isEqualTo(422);
        assertThat(unnamed.body()).contains("atas-nama-salah");
        fields.put("onBehalfOf", "Pak Ali");
        assertThat(browser.submit(PAGE, PAGE, fields).statusCode()).isEqualTo(302);
        assertThat(installation.asOwner().queryForObject("SELECT source FROM desk.field_report", String.class))
                .isEqualTo("PHONE");
    }

    @Test
    void theFieldPageSaysWhatIsDue() {
        var body = new Browser(port)
                .signIn("siti", PASSWORD)
                .get("/lapangan/daftar")
                .body();
        assertThat(body).contains("Laporan pemungutan 13.30", "5 TPS terlambat", "Masih ada 4 laporan sebelumnya");
        assertThat(new Browser(port)
                        .signIn("rudi", PASSWORD)
                        .get("/lapangan/daftar")
                        .body())
                .contains("1 TPS terlambat");
    }

    @Test
    void whoComesFromTheDeskArrivesAtTheirOwnRows() {
        var village = new Browser(port).signIn("siti", PASSWORD);
        assertThat(village.get("/desk/pemungutan").body()).contains("Isi laporan");
        assertThat(village.get("/lapangan/pemungutan?wilayah=36.04").body()).contains("TPS 005", "data-pemungutan");
        assertThat(new Browser(port)
                        .signIn("camat", PASSWORD)
                        .get("/desk/pemungutan")
                        .body())
                .doesNotContain("Isi laporan");
        assertThat(new Browser(port)
                        .signIn("camat", PASSWORD)
                        .get("/lapangan/pemungutan")
                        .body())
                .contains("untuk petugas yang melaporkan");
    }

    @Test
    void anOfficerHasOneRowAndNoVillage() {
        var page = new Browser(port).signIn("rudi", PASSWORD).get("/lapangan/pemungutan?slot=10.00");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("TPS 002").doesNotContain("TPS 001", "Keadaan Margasana");
        var form = new Browser(port)
                .signIn("udin", PASSWORD)
                .get("/lapangan/pemungutan/isian?election=pilkada-uji&round=R1&slot=10.00&wilayah=360405");
        assertThat(form.body()).contains("TPS 005").doesNotContain("<html");
    }

    /** What a browser would send of a form as it stands: hidden fields, and those with a value. */
    private static Map<String, String> fields(String page) {
        var fields = new HashMap<String, String>();
        var form = page.substring(page.indexOf("data-pemungutan"));
        for (var input : matches("<input ([^>]*)>", form)) {
            var type = attribute(input, "type");
            var ticked = !type.equals("radio") && !type.equals("checkbox") || input.contains("checked=");
            if (ticked && !attribute(input, "name").isEmpty()) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        }
        fields.remove("_csrf");
        return fields;
    }

    private static List<String> matches(String pattern, String text) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String attribute(String input, String name) {
        var matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(input);
        return matcher.find() ? matcher.group(1) : "";
    }
}
