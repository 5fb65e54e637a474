package id.deskpilkada.browser;

import static id.deskpilkada.browser.FormDay.ADMIN;
import static id.deskpilkada.browser.FormDay.DESK;
import static id.deskpilkada.browser.FormDay.TPS;
import static id.deskpilkada.browser.FormDay.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Form C1 through Tasklist, as people see it. */
@WholeApplication
class TasklistFormTests {

    private static final String FORM = "TPS 001 Margasana, Bupati";

    @Autowired
    FormDay day;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        day.begin();
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void copiedByTheVillageAndTypedAgainByTheVerifierItIsVerified() {
        copy();

        var page = chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM);
        assertThat(page.locator(".c1-stage canvas").count()).isEqualTo(1);
        assertThat(page.locator(".c1 input[inputmode=numeric]").all())
                .hasSize(5)
                .allMatch(input -> input.inputValue().isEmpty());
        chromium.picture(page, "rekey");
        Chromium.type(page, "votes.1", "1Z0");
        page.locator("button:has-text('Selesaikan')").click();
        page.locator(".c1 [aria-invalid=true]").waitFor();
        Chromium.type(page, "votes.1", "120", "votes.2", "90");
        Chromium.type(page, "validVotes", "210", "invalidVotes", "5", "totalVotes", "215");
        chromium.finish(page);

        assertThat(state()).isEqualTo("VERIFIED");
    }

    @Test
    void aScriptThatTakesAMinuteIsWaitedFor() {
        var page = chromium.desktop(DESK);
        page.clock().install();
        var held = new ArrayList<Route>();
        page.route("**/tasklistPlugins/static/app/plugin.js*", held::add);
        page.navigate(
                "http://localhost:" + port + "/camunda/app/tasklist/default/",
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !held.isEmpty());

        page.clock().fastForward(60_000);
        held.forEach(Route::resume);

        page.locator(".tasks-list").first().waitFor();
    }

    @Test
    void aDifferenceIsDecidedByTheDeskFieldByField() {
        copy();
        var verifier = chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM);
        Chromium.type(verifier, "votes.1", "121", "votes.2", "90");
        Chromium.type(verifier, "validVotes", "210", "invalidVotes", "5", "totalVotes", "215");
        chromium.finish(verifier);
        assertThat(state()).isEqualTo("DISPUTED");

        var desk = chromium.task(DESK, "Putuskan perbedaan: " + FORM);
        assertThat(desk.locator(".c1-question").count()).isEqualTo(1);
        assertThat(desk.locator(".c1-question").textContent()).contains("Calon C", "120", "121");
        chromium.picture(desk, "decide");
        desk.locator(".c1-question input[type=radio]").first().check();
        desk.fill("#c1-reason", "Di foto terbaca 120.");
        chromium.finish(desk);

        assertThat(state()).isEqualTo("VERIFIED");
    }

    @Test
    void anUnreadablePhotoGoesBackAndIsReplaced() {
        copy();
        var verifier = chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM);
        verifier.check("input[value=UNREADABLE]");
        chromium.finish(verifier);

        var admin = chromium.task(ADMIN, "Perbaiki foto atau isian: " + FORM);
        assertThat(admin.locator(".form-alert").first().textContent()).contains("Foto ulang");
        choosePhoto(admin, "C.HASIL, foto kedua");
        chromium.finish(admin);

        assertThat(chromium.task(VERIFIER, "Ketik ulang dari foto: " + FORM)
                        .locator(".c1-stage canvas")
                        .count())
                .isEqualTo(1);
    }

    private void copy() {
        var page = chromium.task(ADMIN, "Salin formulir C.Hasil (C1): " + FORM);
        page.check(".c1 input[value=PLANO]");
        Chromium.type(page, "dpt.male", "241", "dpt.female", "239", "dpt.total", "480", "ballots.used", "215");
        Chromium.type(page, "votes.1", "120", "votes.2", "90");
        Chromium.type(page, "validVotes", "210", "invalidVotes", "5", "totalVotes", "215");
        choosePhoto(page, "C.HASIL SALINAN-KWK");
        chromium.picture(page, "copy");
        chromium.finish(page);
        assertThat(page.locator("text=Nomor terima").textContent()).containsPattern("[0-9A-Z]{5}-[0-9A-Z]{5}");
        chromium.picture(page, "copied");
        assertThat(state()).isEqualTo("RECEIVED");
    }

    private static void choosePhoto(Page page, String title) {
        page.setInputFiles(
                "#c1-photos",
                new FilePayload("halaman-1.png", "image/png", FormDay.photo(title, List.of("1. 120", "2. 090"))));
        page.locator(".c1-chosen canvas").waitFor();
    }

    private String state() {
        return http.withBasicAuth(DESK, People.PASSWORD)
                .getForObject("/api/c1/BUPATI/" + TPS, JsonNode.class)
                .path("state")
                .asText();
    }
}
