package id.deskpilkada.tierreport.reading;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.seal.Seals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports of the tiers as programs read them. */
@WholeApplication
class TierReportHttpTests {

    @Autowired
    TierDay day;

    @Autowired
    Seals seals;

    @Autowired
    Staff staff;

    @Autowired
    TierReportRows rows;

    @Autowired
    SystemTransactions transactions;

    @LocalServerPort
    int port;

    TierReport district;
    TierReport regency;

    @BeforeEach
    void aDayWithReports() {
        day.begin();
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 123, 77);
        district = day.compiled(EVENING, KRAMATWATU);
        transactions.write("test", () -> seals.settle(district, null));
        day.compiled(EVENING, BAROS);
        regency = day.compiled(EVENING, REGENCY);
    }

    private Answer get(String username, String path) {
        return day.as(port, username).get("/api/tier-reports" + path);
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(item -> item.path("region").path("code").asText() + " "
                        + item.path("version").asInt())
                .toList();
    }

    @Test
    void theNewestVersionsOfOnesOwnAreaAreListed() {
        day.compiled(EVENING, KRAMATWATU);
        day.compiled("10.00", KRAMATWATU);

        assertThat(codes(get("desk", "?slot=" + EVENING))).containsExactly("36.04 1", "36.04.05 2", "36.04.17 1");
        assertThat(codes(get("desk", "?region=36.04.17"))).containsExactly("36.04.17 1");
        assertThat(codes(get("camat-baros", ""))).containsExactly("36.04.17 1");
        assertThat(codes(get("camat", "?size=1"))).hasSize(1);
        assertThat(get("camat", "?size=1").body().path("total").asInt()).isEqualTo(2);
        assertThat(get("camat", "?region=36.04").status()).isEqualTo(403);
        assertThat(get("siti", "").status()).isEqualTo(403);
    }

    @Test
    void aReportIsReadWithItsSealItsVersionsAndWhatWasDone() {
        var view = get("camat", "/" + district.id()).body();

        assertThat(view.path("code").asText()).isEqualTo(district.code());
        assertThat(view.path("state").asText()).isEqualTo("AUTOMATIC");
        assertThat(view.path("snapshot").path("races").findValuesAsText("received"))
                .contains("1");
        assertThat(view.path("seal").path("statement").asText()).contains(district.digest());
        assertThat(view.path("versions")).hasSize(1);
        assertThat(view.path("steps").findValuesAsText("step")).containsExactly("COMPILED", "AUTOMATIC");
        var raw = get("camat", "/" + district.id() + "/snapshot").text();
        assertThat(CanonicalJson.digest(raw)).isEqualTo(district.digest());
    }

    @Test
    void outsideOnesAreaAReportIsNotThere() {
        for (var path : List.of("", "/snapshot", "/attachments/1")) {
            assertThat(get("camat-baros", "/" + district.id() + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(get("camat", "/" + regency.id() + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(get("siti", "/" + district.id() + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(get("desk", "/9999999").status()).isEqualTo(404);
    }

    @Test
    void whoeverMayStillTypeAFormGetsNoVotes() {
        day.c1(port, "siti", "BUPATI", MARGASANA_2, 11, 22);
        var second = day.compiled(EVENING, KRAMATWATU);
        var own = get("budi", "/" + second.id());

        assertThat(own.body().path("votesWithheld").asBoolean()).isTrue();
        assertThat(own.body().path("snapshot").path("races").get(0).has("byReceived"))
                .isFalse();
        assertThat(own.text()).doesNotContain("byReceived");
        assertThat(own.body().path("changes")).isNotEmpty();
        assertThat(get("budi", "/" + second.id() + "/snapshot")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("VOTES_WITHHELD");
        var whole = get("kecamatan", "/" + second.id());
        assertThat(whole.body().path("votesWithheld").asBoolean()).isFalse();
        assertThat(whole.text()).contains("races[BUPATI].byReceived.candidates[1].votes");
    }

    @Test
    void whoeverIsNamedInTheSettingsGetsNoVotes() {
        Actor leader = staff.actor("sekda").orElseThrow();
        assertThat(new ReportSight(rows, new ReportSettings(List.of("sekda"))).withholdsVotes(regency, leader))
                .isTrue();
        assertThat(new ReportSight(rows, new ReportSettings(List.of("lain"))).withholdsVotes(regency, leader))
                .isFalse();
    }

    private Answer attach(String username, String kind, String name, byte[] content) {
        return day.as(port, username)
                .upload(
                        "/api/tier-reports/" + district.id() + "/attachments?kind=" + kind,
                        name,
                        "application/pdf",
                        content);
    }

    private static byte[] pdf() {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aSignedScanStaysBesideItsReport() {
        var pdf = pdf();
        var added = attach("camat", "CERTIFIED", "arsip/laporan |1900|.pdf", pdf);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.body().path("name").asText()).isEqualTo("laporan 1900.pdf");
        assertThat(added.body().path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(attach("camat", "SCAN", "lagi.pdf", pdf).status()).isEqualTo(200);
        assertThat(attach("kecamatan", "SCAN", "foto.txt", TierDay.image(7)).status())
                .isEqualTo(201);

        JsonNode view = get("desk", "/" + district.id()).body();
        assertThat(view.path("attachments").findValuesAsText("mediaType"))
                .containsExactly("application/pdf", "image/png");
        assertThat(view.path("steps").findValuesAsText("step")).endsWith("ATTACHED", "ATTACHED");
        var path =
                "/" + district.id() + "/attachments/" + added.body().path("id").asLong();
        assertThat(get("sekda", path).status()).isEqualTo(200);
        assertThat(get("sekda", path).text()).startsWith("%PDF-");
        assertThat(get("budi", path).body().path("code").asText()).isEqualTo("VOTES_WITHHELD");
        assertThat(get("camat-baros", path).status()).isEqualTo(404);
        assertThat(get(
                                "sekda",
                                "/" + regency.id() + "/attachments/"
                                        + added.body().path("id").asLong())
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("UNKNOWN_ATTACHMENT");
    }

    @Test
    void whatIsNotWhatItSaysIsRefused() {
        assertThat(attach("camat", "SCAN", "a.pdf", "<script>".getBytes(StandardCharsets.UTF_8))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("NOT_AN_ATTACHMENT");
        assertThat(attach("camat", "SCAN", "a.pdf", "%PDF-1.7 putus".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(attach("camat", "SCAN", "a.png", Arrays.copyOf(TierDay.image(3), 40))
                        .status())
                .isEqualTo(422);
        assertThat(attach("camat", "CERTIFIED", "a.png", TierDay.image(3)).status())
                .isEqualTo(422);
        assertThat(attach("camat", "SCAN", "a.pdf", new byte[8 * 1024 * 1024 + 1])
                        .status())
                .isEqualTo(413);
        assertThat(attach("camat", "SCAN", "a.pdf", new byte[0]).status()).isEqualTo(422);
        assertThat(attach("budi", "SCAN", "a.pdf", pdf()).status()).isEqualTo(403);
        assertThat(attach("camat-baros", "SCAN", "a.pdf", pdf()).status()).isEqualTo(404);
        assertThat(get("camat", "/" + district.id()).body().path("attachments")).isEmpty();
    }
}
