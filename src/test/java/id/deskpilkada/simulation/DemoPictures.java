package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import id.deskpilkada.Pictures;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.simulation.http.DeskClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes the pictures of README and guides of a demo whose day is over, and sees that each page still shows what the picture is there for. */
final class DemoPictures {

    private final URI root;
    private final DeskClient desk;
    private final Set<String> taken = new LinkedHashSet<>();

    DemoPictures(URI root, DeskClient desk) {
        this.root = root;
        this.desk = desk;
    }

    void areAsTheGuideShows() {
        try (var chromium = new Chromium(root.getPort())) {
            ofThePublic(chromium);
            ofTheDesk(chromium);
            ofTheField(chromium);
            assertThat(chromium.failures()).isEmpty();
        }
        assertThat(taken).as("pictures that README and guides show").isEqualTo(Pictures.shown());
    }

    private void ofThePublic(Chromium chromium) {
        var view = JsonNodeFactory.instance
                .objectNode()
                .put("mode", "RECEIVED_AND_VERIFIED")
                .put("depth", "TPS")
                .put("votesNotBefore", OffsetDateTime.now().toString())
                .put("decidedBy", "Bupati Contoh")
                .put("office", "Bupati")
                .put("letter", "100/Contoh/2026");
        var answer = desk.put("admin", "/api/public-view", view);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var page = chromium.at("/masuk");
        page.setViewportSize(Pictures.PHONE_WIDTH, Pictures.PHONE_HEIGHT);
        page.waitForFunction(
                "async () => (await (await fetch('/')).text()).includes('class=\"who\"')",
                null,
                new Page.WaitForFunctionOptions().setPollingInterval(500));
        chromium.open(page, "/").evaluate("window.scrollTo(0, document.querySelector('.disc').offsetTop)");
        take("publik", page, "bukan hasil resmi", "Kabupaten Serang", "Bupati");
    }

    private void ofTheDesk(Chromium chromium) {
        var page = onADesk(chromium, "desk1");
        take("desk", chromium.open(page, "/desk"), "Kabupaten Serang", "Kejadian");
        take("kejadian", chromium.open(page, "/desk/kejadian"), "Pohon besar tumbang", "Menunggu dinilai");
        chromium.open(page, "/desk/wall/layar");
        page.fill("#nama", "Posko kabupaten");
        page.click("main form button[type=submit]");
        page.waitForURL("**/desk/wall");
        take("layar", page, "Kabupaten Serang");
    }

    private void ofTheField(Chromium chromium) {
        take("segel", belowTheHead(theLastReportWithTheWholeDay(chromium)), "24.00", "Kramatwatu", "Segel");
        var village = chromium.open(onATelephone(chromium, "desa-3604052002"), "/lapangan");
        village.locator(".fa-due").waitFor();
        take("lapangan", village, "Margasana", "Laporan", "Kejadian");
    }

    /** A demo of seconds freezes its slots before most of what they tell has come; the camat takes the figures anew, as the page offers. */
    private Page theLastReportWithTheWholeDay(Chromium chromium) {
        var camat = onATelephone(chromium, "camat-360405");
        var line = desk.get("desk1", "/api/tier-reports?slot=24.00&region=36.04.05")
                .body()
                .at("/items/0");
        chromium.open(camat, "/desk/laporan/" + line.path("id").asLong());
        camat.click("#ulang summary");
        camat.click("#ulang button[type=submit]");
        camat.locator(".alert-ok").waitFor();
        chromium.open(camat, URI.create(camat.url()).getPath());
        assertThat(camat.locator(".tiles .figure").first().innerText())
                .as("polling stations that have opened")
                .matches("[1-9]\\d*");
        return camat;
    }

    /** So that a small screen shows more than who is signed in. */
    private static Page belowTheHead(Page page) {
        page.evaluate("window.scrollTo(0, document.querySelector('.disclaimer').offsetTop)");
        return page;
    }

    private static Page onADesk(Chromium chromium, String username) {
        return chromium.inDemo(username, Pictures.DESK_WIDTH, Pictures.DESK_HEIGHT);
    }

    private static Page onATelephone(Chromium chromium, String username) {
        return chromium.inDemo(username, Pictures.PHONE_WIDTH, Pictures.PHONE_HEIGHT);
    }

    private void take(String name, Page page, String... shows) {
        page.waitForLoadState(LoadState.LOAD);
        if (page.locator(".live").count() > 0) {
            page.locator(".live[data-state=on]").waitFor();
        }
        assertThat(page.innerText("body")).as(name).contains(List.of(shows));
        var picture = page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        var smaller = Pictures.smaller(picture);
        assertThat(smaller.length).as("bytes of " + name).isLessThanOrEqualTo(Pictures.MOST_BYTES);
        taken.add(name);
        try {
            Files.createDirectories(Pictures.target());
            Files.write(Pictures.target().resolve(name + ".png"), smaller);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
