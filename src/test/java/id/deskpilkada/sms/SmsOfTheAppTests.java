package id.deskpilkada.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import id.deskpilkada.DeskClient;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.sms.grammar.C1Text;
import id.deskpilkada.sms.grammar.Damm;
import id.deskpilkada.sms.grammar.Said.C1;
import id.deskpilkada.sms.grammar.Said.CheckIn;
import id.deskpilkada.sms.grammar.Said.Total;
import id.deskpilkada.sms.grammar.Spoken;
import id.deskpilkada.staff.People;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The SMS that the field app writes, in a real browser, read by the desk's own reader. */
@WholeApplication
class SmsOfTheAppTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Path WRITER = Path.of("src/test/resources/field/sms.js");
    private static final String GSM = "[A-Za-z0-9 .,:;()/+#-]*";
    private static final Map<String, String> MOODS =
            Map.of("CALM", "CALM", "ATTENTION", "ATTENTION", "UNREST", "UNREST");

    @Autowired
    SmsDay day;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        day.begin(port);
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private Page opened(String username, String hash, String part) {
        var page = chromium.open(chromium.desktop(username, People.PASSWORD), "/lapangan#" + hash);
        page.setViewportSize(390, 844);
        page.locator(part).first().waitFor();
        return page;
    }

    @Test
    void whatTheAppWritesTheDeskReads() throws IOException {
        var page = opened("petugas", "/antrean", ".fa-outbox-summary");
        var given = Map.of(
                "seed",
                11,
                "count",
                600,
                "now",
                Instant.now().toString(),
                "village",
                "36.04.05.2002",
                "stations",
                List.of(SmallElection.MARGASANA_1, SmallElection.MARGASANA_2, SmallElection.BAROS_1));
        var written = DeskClient.JSON.valueToTree(page.evaluate(Files.readString(WRITER), given));
        var offered = new HashSet<String>();
        for (var one : written) {
            if (one.path("text").isTextual()) {
                var kind = one.at("/report/kind").asText();
                offered.add(kind);
                agrees(one, kind);
            }
        }
        assertThat(offered).containsExactlyInAnyOrder("C1", "VOTING", "SITUATION");
    }

    private static void agrees(JsonNode one, String kind) {
        var text = one.path("text").asText();
        var report = one.path("report");
        assertThat(text).hasSizeLessThanOrEqualTo(160).matches(GSM);
        var link = one.path("link").asText();
        assertThat(URLDecoder.decode(link.replaceFirst("^sms:\\+628111\\?&body=", ""), StandardCharsets.UTF_8))
                .isEqualTo(text);
        var spoken = Spoken.of(text);
        assertThat(spoken.practice()).as(text).isEqualTo(one.path("practice").asBoolean());
        assertThat(spoken.written())
                .as(text)
                .isEqualTo(Instant.parse(report.path("observedAt").asText())
                        .atZone(ZONE)
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.MINUTES));
        if (kind.equals("C1")) {
            form((C1) spoken.said(), report, text);
        } else {
            checkIn((CheckIn) spoken.said(), report, text);
        }
    }

    private static void form(C1 said, JsonNode report, String text) {
        var tps = report.path("tps").asText();
        assertThat(said.strange()).as(text).isEmpty();
        assertThat(said.place().digits()).as(text).isEqualTo(tps);
        assertThat(said.place().letter()).as(text).isEqualTo(Damm.letter(tps));
        var race = RaceKind.valueOf(report.path("race").asText());
        assertThat(said.race()).as(text).isEqualTo(race);
        assertThat(C1Text.agrees(said, tps, race)).as(text).isTrue();
        var data = report.path("data");
        var votes = new TreeMap<Integer, Integer>();
        data.path("votes").properties().forEach(vote -> {
            var number = number(vote.getValue());
            if (number != null) {
                votes.put(Integer.valueOf(vote.getKey()), number);
            }
        });
        assertThat(said.votes()).as(text).isEqualTo(votes);
        for (var total : Total.values()) {
            assertThat(said.totals().get(total))
                    .as(total + " " + text)
                    .isEqualTo(number(data.at("/" + total.path().replace('.', '/'))));
        }
    }

    private static void checkIn(CheckIn said, JsonNode report, String text) {
        var data = report.path("data");
        assertThat(said.slot()).as(text).isEqualTo(report.path("slot").asText());
        assertThat(said.area()).as(text).isEqualTo(report.has("region"));
        if (report.has("tps")) {
            var tps = report.path("tps").asText();
            assertThat(said.place().digits() + said.place().letter()).as(text).isEqualTo(tps + Damm.letter(tps));
        }
        assertThat(said.opened()).as(text).isEqualTo(time(data.path("openedAt")));
        assertThat(said.closed()).as(text).isEqualTo(time(data.path("closedAt")));
        var male = number(data.at("/voters/male"));
        var female = number(data.at("/voters/female"));
        var total = number(data.at("/voters/total"));
        assertThat(said.male()).as(text).isEqualTo(male);
        assertThat(said.female()).as(text).isEqualTo(female);
        assertThat(said.voters())
                .as(text)
                .isEqualTo(total == null && male != null && female != null ? Integer.valueOf(male + female) : total);
        var calm = said.calm();
        assertThat(calm == null ? null : calm.name())
                .as(text)
                .isEqualTo(MOODS.get(data.path("security").asText()));
        assertThat(said.halted())
                .as(text)
                .isEqualTo(data.path("halted").isBoolean() ? data.path("halted").asBoolean() : null);
        assertThat(List.of("", data.path("remarks").asText())).as(text).contains(said.remarks());
    }

    private static @Nullable Integer number(JsonNode typed) {
        return typed.asText().isEmpty() || typed.isNull() ? null : Integer.valueOf(typed.asText());
    }

    private static @Nullable LocalTime time(JsonNode moment) {
        return moment.isTextual()
                ? OffsetDateTime.parse(moment.asText()).atZoneSameInstant(ZONE).toLocalTime()
                : null;
    }

    @Test
    void aReportThatWaitsIsOfferedAsAnSmsAndRecognisedWhenItArrivesTwice() {
        var admin = day.client("admin-uji");
        assertThat(admin.put("/api/sms/gateways/hp-desk", "{\"receiver\": \"12 a\"}")
                        .status())
                .isEqualTo(422);
        assertThat(admin.put("/api/sms/gateways/hp-desk", "{\"receiver\": \"0812-1111-9999\"}")
                        .status())
                .isEqualTo(200);
        var page = opened("petugas", "/isi?kind=C1&race=BUPATI&tps=" + SmallElection.MARGASANA_1, ".fa-send");
        page.fill("[id='f-votes.1']", "120");
        page.fill("[id='f-votes.2']", "090");
        page.fill("[id='f-validVotes']", "210");
        page.fill("[id='f-invalidVotes']", "5");
        page.fill("[id='f-totalVotes']", "215");
        page.fill("[id='f-dpt.male']", "150");
        page.context().setOffline(true);
        page.click(".fa-send button");
        var offer = page.locator(".fa-outbox-sms a");
        offer.waitFor();
        chromium.picture(page, "lapangan-kirim-sms");
        page.evaluate("document.addEventListener('click', event => event.preventDefault())");
        offer.click();
        page.locator(".fa-outbox-sms-at:has-text('Juga dikirim lewat SMS pukul')")
                .waitFor();
        var link = offer.getAttribute("href");
        assertThat(link).startsWith("sms:+6281211119999?&body=C1%20");
        chromium.open(page, "/lapangan#/antrean");
        page.locator(".fa-outbox-entry .fa-outbox-sms-at").waitFor();
        chromium.picture(page, "lapangan-antrean-sms");

        var text = URLDecoder.decode(link.substring(link.indexOf("body=") + 5), StandardCharsets.UTF_8);
        assertThat(day.sends(SmsDay.OFFICER, text)).contains("1=120 2=90", "diterima");
        day.settle();
        page.context().setOffline(false);
        page.locator(".fa-outbox-sent, .fa-outbox-accepted").first().waitFor();
        day.settle();
        assertThat(day.rows("SELECT origin FROM desk.c1_version ORDER BY no").toString())
                .isEqualTo("[{origin=FIRST}, {origin=COMPLETION}]");
        assertThat(day.rows("SELECT state FROM desk.c1_form").get(0)).containsEntry("state", "RECEIVED");
        assertThat(page.locator(".fa-outbox-sms").count()).isZero();
    }

    @Test
    void withoutANumberNothingIsOffered() {
        var page = opened("petugas", "/isi?kind=VOTING&slot=07.30&tps=" + SmallElection.MARGASANA_1, ".fa-send");
        page.check("[name=security][value=CALM]");
        page.context().setOffline(true);
        page.click(".fa-send button");
        chromium.open(page, "/lapangan#/antrean");
        page.locator(".fa-outbox-ways").waitFor();
        assertThat(page.locator(".fa-outbox-sms").count()).isZero();
    }

    @Test
    void thePagesOfTheDeskFitATelephone() {
        day.client("admin-uji")
                .put("/api/sms/gateways/hp-desk", "{\"name\": \"HP desk\", \"receiver\": \"0812-1111-9999\"}");
        day.sends(SmsDay.STRANGER, "C1 12K BUPATI 1 120 2 90 S 210 TS 5 J 215");
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 120 2 90 S 210 TS 5 J 215");
        day.sends(SmsDay.OFFICER, "C1 BUPATI 1 121 2 90 S 210 TS 5 J 215");
        day.sends(SmsDay.OFFICER, "AMAN");
        fits("meja", "/desk/sms-masuk?keadaan=semua", "desk-sms-masuk");
        fits("admin-uji", "/setup/sms", "setup-sms");
    }

    private void fits(String username, String path, String name) {
        var page = chromium.open(chromium.desktop(username, People.PASSWORD), path);
        page.setViewportSize(1366, 768);
        page.locator("summary").last().click();
        chromium.picture(page, name);
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        chromium.picture(page, name + "-hp");
    }
}
