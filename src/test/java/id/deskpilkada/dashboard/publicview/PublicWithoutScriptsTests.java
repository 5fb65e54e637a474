package id.deskpilkada.dashboard.publicview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The public page as an old telephone without scripts opens it at 18.00. */
@WholeApplication
class PublicWithoutScriptsTests {

    private static final int MOST_BYTES = 50 * 1024;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    PublicWatch watch;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private final List<String> asked = new ArrayList<>();
    private Chromium chromium;
    private PublicDay day;

    @BeforeEach
    void theViewIsOn() {
        day = new PublicDay(installation, staff, watch, events, transaction, port);
        day.received(SmallRegency.TPS.get(0), 123, 77).verified(SmallRegency.TPS.get(1), 31, 49);
        day.on(
                PublicMode.RECEIVED_AND_VERIFIED,
                PublicDepth.TPS,
                ", \"votesNotBefore\": \"2024-11-27T15:00:00+07:00\"");
        day.written();
        chromium = new Chromium(port);
    }

    @AfterEach
    void switchOff() {
        chromium.close();
        day.admin.put("/api/public-view", "{\"mode\": \"OFF\"}");
    }

    @Test
    void everybodyReadsTheNumbersGoesDownAndFindsTheirOwnTps() {
        var page = chromium.stranger();
        page.onRequest(request -> asked.add(request.url()));
        chromium.open(page, "/");
        assertThat(page.innerText("body"))
                .contains("bukan hasil resmi", "Kabupaten Serang", "Bupati", "2 dari 6", "Paslon Melati", "154", "31");
        fits(page);

        page.click("a:has-text('Baros')");
        assertThat(page.innerText("h1")).contains("Baros");
        fits(page);
        page.fill("input[name=q]", SmallRegency.TPS.get(1));
        page.press("input[name=q]", "Enter");
        page.click(".hits a");
        assertThat(page.innerText("h1")).contains("Sindangmandi");
        assertThat(page.innerText("#t" + SmallRegency.TPS.get(1))).contains("31");
        assertThat(page.innerText("body")).as("votes nobody has compared").doesNotContain("123");
        fits(page);
        page.click("a[hreflang=en]");
        assertThat(page.innerText("body")).contains("not the official result");
        assertThat(asked).as("nothing from another host").allMatch(url -> url.startsWith("http://localhost:" + port));
    }

    /** On a narrow screen, and light. */
    private static void fits(Page page) {
        assertThat(page.content().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
