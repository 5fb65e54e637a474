package id.deskpilkada.browser;

import static id.deskpilkada.browser.FormDay.ADMIN;
import static id.deskpilkada.browser.FormDay.DESK;
import static id.deskpilkada.browser.FormDay.TPS;
import static id.deskpilkada.browser.FormDay.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The forms of Tasklist that most days do without. */
@WholeApplication
class RarerFormTests {

    private static final String FORM = "TPS 001 Margasana, Bupati";

    @Autowired
    FormDay day;

    @Autowired
    TestRestTemplate http;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        day.begin();
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void photosThatFollowLaterAreSent() {
        var copied = copy("215", false);
        chromium.finish(copied);

        var admin = chromium.task(ADMIN, "Kirim foto formulir: " + FORM);
        chromium.picture(admin, "send-photos");
        choosePhoto(admin);
        chromium.finish(admin);

        assertThat(chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM)
                        .locator(".c1-stage canvas")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aPaperThatContradictsItselfIsNoted() {
        chromium.finish(copy("999", true));
        var verifier = chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM);
        Chromium.type(verifier, "dpt.male", "241", "dpt.female", "239", "dpt.total", "480", "ballots.used", "215");
        votes(verifier, "999");
        chromium.finish(verifier);

        var desk = chromium.task(DESK, "Catat ketidaksesuaian isian: " + FORM);
        assertThat(desk.locator(".bullets li").first().textContent()).isNotBlank();
        chromium.picture(desk, "note-inconsistency");
        desk.fill("#c1-reason", "Jumlah di kertas memang 999.");
        chromium.finish(desk);

        assertThat(state()).isEqualTo("VERIFIED_WITH_NOTES");
    }

    @Test
    void aCorrectionAfterVerificationIsDecided() {
        chromium.finish(copy("215", true));
        var verifier = chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM);
        votes(verifier, "215");
        chromium.finish(verifier);
        assertThat(state()).isEqualTo("VERIFIED");
        reportAgain();

        var desk = chromium.task(DESK, "Putuskan koreksi: " + FORM);
        assertThat(desk.locator(".c1-question").count()).isPositive();
        chromium.picture(desk, "decide-correction");
        for (var question : desk.locator(".c1-question").all()) {
            question.locator("input[type=radio]").first().check();
        }
        desk.fill("#c1-reason", "Di foto terbaca seperti semula.");
        chromium.finish(desk);

        assertThat(state()).isEqualTo("VERIFIED");
    }

    @Test
    void theDeskIsClosed() {
        for (int chunk = 0; chunk < 60; chunk++) {
            jobs.createJobQuery()
                    .processDefinitionKey("election-round")
                    .list()
                    .forEach(job -> jobs.executeJob(job.getId()));
        }
        var desk = chromium.open(chromium.desktop(DESK), "/camunda/app/tasklist/default/");
        desk.locator(".tasks-list li", new Page.LocatorOptions().setHasText("Tutup desk"))
                .first()
                .click();
        desk.locator("text=Ambil").first().click();
        desk.locator("button:has-text('Selesaikan'):enabled").waitFor();
        desk.locator("form[name=closeDesk] .table").waitFor();
        assertThat(desk.locator("form[name=closeDesk]").textContent()).contains("Tutup desk untuk putaran ini?");
        assertThat(desk.locator("form[name=closeDesk] .k-open").first().textContent())
                .contains("C1 yang belum masuk");
        desk.locator("form[name=closeDesk] input[name=confirmed]").check();
        chromium.picture(desk, "close-desk");
        desk.locator("button:has-text('Selesaikan')").click();
        desk.locator("text=Tutup desk untuk putaran ini?")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("election-round")
                        .count())
                .isZero();
    }

    private Page copy(String total, boolean withPhoto) {
        var page = chromium.task(ADMIN, "Salin formulir C.Hasil (C1): " + FORM);
        page.check(".c1 input[value=PLANO]");
        Chromium.type(page, "dpt.male", "241", "dpt.female", "239", "dpt.total", "480", "ballots.used", "215");
        votes(page, total);
        if (withPhoto) {
            choosePhoto(page);
        }
        return page;
    }

    private static void votes(Page page, String total) {
        Chromium.type(page, "votes.1", "120", "votes.2", "90", "validVotes", "210", "invalidVotes", "5");
        Chromium.type(page, "totalVotes", total);
    }

    private static void choosePhoto(Page page) {
        page.setInputFiles(
                "#c1-photos",
                new FilePayload(
                        "halaman-1.png",
                        "image/png",
                        FormDay.photo("C.HASIL SALINAN-KWK", List.of("1. 120", "2. 090"))));
        page.locator(".c1-chosen canvas").waitFor();
    }

    private void reportAgain() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        var report =
                """
                {"kind":"C1","tps":"%s","race":"BUPATI","observedAt":"2024-11-27T19:00:00+07:00",
                 "data":{"form":"PLANO","votes":{"1":121,"2":90},"validVotes":211,"invalidVotes":4,"totalVotes":215}}
                """
                        .formatted(TPS);
        var answer = http.withBasicAuth(ADMIN, People.PASSWORD)
                .exchange(
                        "/api/field-reports/" + UUID.randomUUID(),
                        HttpMethod.PUT,
                        new HttpEntity<>(report, headers),
                        JsonNode.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(answer.getBody()))
                .isTrue();
        day.drain();
    }

    private String state() {
        return http.withBasicAuth(DESK, People.PASSWORD)
                .getForObject("/api/c1/BUPATI/" + TPS, JsonNode.class)
                .path("state")
                .asText();
    }
}
