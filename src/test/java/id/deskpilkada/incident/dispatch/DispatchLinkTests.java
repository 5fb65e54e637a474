package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.platform.sealing.SignedLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;

/** The link in a message to an agency: works without an account, for one dispatch only, and cannot be guessed or altered. */
@WholeApplication
class DispatchLinkTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    IncidentDay day;

    @Autowired
    CacheManager caches;

    @Autowired
    SignedLinks signed;

    @LocalServerPort
    int port;

    private final HttpClient phone =
            HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).build();

    long incident;
    String token;

    @BeforeEach
    void sent() {
        day.begin();
        day.report(
                port,
                REPORTER,
                MARGASANA_1,
                "{\"category\": \"DISASTER\", \"description\": \"Air <b>deras</b>\", \"lifeInDanger\": true}");
        incident = day.newest();
        token = link("incident-dispatch");
    }

    private String link(String template) {
        return day.rows("SELECT substr(link, 4) FROM desk.message WHERE template = ? ORDER BY occasion", template)
                .get(0);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return phone.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> page(String of) {
        return send(to("/d/" + of).GET());
    }

    private HttpResponse<String> press(String answer, String text) {
        var csrf = CSRF.matcher(page(token).body());
        assertThat(csrf.find()).isTrue();
        return send(to("/d/" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + csrf.group(1) + "&jawaban=" + answer + "&keterangan=" + text)));
    }

    private JsonNode api(String of, String act, String body, int status) {
        var answer = send(to("/api/dispatches/" + of + "/" + act)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return DeskClient.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anyPhoneAnswersWithoutAnAccountAndWithoutScripts() {
        var shown = page(token);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("K-" + incident, "Bencana", "TPS 001 Margasana", "Air &lt;b&gt;deras", "Kami terima")
                .doesNotContain("<script", "Siti", "tel:");
        assertThat(shown.body().length()).as("one bar of signal is enough").isLessThan(6_000);

        assertThat(press("terima", "").statusCode()).isEqualTo(302);
        assertThat(page(token).body()).contains("Berangkat", "Tiba di tempat").doesNotContain("Kami terima");
        press("berangkat", "");
        press("tiba", "");
        press("selesai", "ok");
        assertThat(page(token).body()).as("two letters say nothing").contains("Selesai ditangani");
        press("selesai", "Warga+dievakuasi");
        assertThat(page(token).body()).contains("sudah berakhir").doesNotContain("<form");
        assertThat(day.steps(incident)).containsSubsequence("ACKNOWLEDGED", "ON_THE_WAY", "ARRIVED", "DONE");
        assertThat(day.rows("SELECT answered_via || ' ' || answered_by FROM desk.dispatch WHERE agency = 'bpbd'"))
                .containsExactly("LINK Bima BPBD");
        assertThat(day.rows("SELECT DISTINCT action FROM desk.audit_entry WHERE action LIKE 'dispatch.%' ORDER BY 1"))
                .containsExactly("dispatch.acknowledged", "dispatch.done", "dispatch.progress");
    }

    @Test
    void usedTwiceIsHarmless() {
        api(token, "acknowledge", "{}", 200);
        assertThat(api(token, "acknowledge", "{}", 200).path("state").asText()).isEqualTo("ACKNOWLEDGED");
        api(token, "close", "{\"outcome\": \"Selesai semua\"}", 200);
        assertThat(api(token, "close", "{\"outcome\": \"Lagi\"}", 200)
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        assertThat(day.steps(incident)).containsOnlyOnce("ACKNOWLEDGED", "DONE");
        assertThat(api(token, "decline", "{\"reason\": \"terlambat\"}", 409)
                        .path("code")
                        .asText())
                .isEqualTo("DISPATCH_ENDED");
    }

    @Test
    void everyContactHasItsOwnLinkAndTheOthersLearnThatItIsDone() {
        var other = day.rows(
                        "SELECT substr(link, 4) FROM desk.message WHERE template = 'incident-dispatch' ORDER BY occasion")
                .get(1);
        api(other, "acknowledge", "{}", 200);
        assertThat(page(token).body()).contains("diterima").doesNotContain("Kami terima");
        assertThat(day.rows("SELECT answered_by FROM desk.dispatch WHERE agency = 'bpbd'"))
                .containsExactly("BPBD 3604");
    }

    @Test
    void alteredGuessedAndForeignLinksAreRefusedNotedAndSlowedDown() {
        var altered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThat(page(altered).statusCode()).isEqualTo(404);
        assertThat(page(token + "A").statusCode()).isEqualTo(404);
        assertThat(api(altered, "acknowledge", "{}", 404).path("code").asText()).isEqualTo("LINK_UNKNOWN");
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action = 'dispatch-link.refused'"))
                .hasSize(3);
        assertThat(day.steps(incident)).doesNotContain("ACKNOWLEDGED");
        int slowed = 0;
        for (int guess = 0; guess < 1_000; guess++) {
            int status = page(UUID.randomUUID().toString().replace("-", "")).statusCode();
            assertThat(status).isIn(404, 429);
            slowed += status == 429 ? 1 : 0;
        }
        assertThat(slowed).isGreaterThanOrEqualTo(970);
        assertThat(page(altered).statusCode()).isEqualTo(429);
        assertThat(page(token).statusCode())
                .as("an agency behind the same address gets through")
                .isEqualTo(200);
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action = 'dispatch-link.refused'"))
                .as("nobody fills the trail with guesses")
                .hasSizeLessThan(40);
        caches.getCacheNames().stream()
                .filter("link-guesses"::equals)
                .map(caches::getCache)
                .forEach(cache -> {
                    if (cache != null) {
                        cache.clear();
                    }
                });
    }

    @Test
    void anExpiredLinkOpensNothing() {
        var old = signed.sign(ByteBuffer.allocate(14)
                .putLong(day.dispatch(incident, "bpbd"))
                .put((byte) 0)
                .put((byte) 0)
                .putInt((int) (Instant.now().getEpochSecond() / 60 - 1))
                .array());
        assertThat(page(old).statusCode()).isEqualTo(410);
        assertThat(page(old).body())
                .contains("sudah lewat masa berlakunya", "elepon desk")
                .doesNotContain("<form");
        assertThat(api(old, "acknowledge", "{}", 410).path("code").asText()).isEqualTo("LINK_EXPIRED");
        assertThat(day.steps(incident)).doesNotContain("ACKNOWLEDGED");
    }

    @Test
    void withoutALinkTheNumberNeedsAnAccount() {
        var number = Long.toString(day.dispatch(incident, "bpbd"));
        assertThat(send(to("/api/dispatches/" + number + "/acknowledge")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isIn(401, 403);
        assertThat(day.steps(incident)).doesNotContain("ACKNOWLEDGED");
    }
}
