package id.deskpilkada.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class MessagePagesInBrowserTests {

    @Autowired
    Post post;

    @LocalServerPort
    int port;

    @Test
    void anOpenInboxFollowsNewMessagesAndEveryPageFitsAPhone() {
        var regency = post.regency();
        var camat = post.person(regency, "camat.baros", "camat@36.04.05", "0812", "camat@baros.example.go.id");
        regency.person("desk", "desk", "36.04");
        post.send(post.test(camat, "layar/1").urgently().linking("/lapangan"));
        post.drainToTheEnd();
        try (var chromium = new Chromium(port)) {
            var inbox = chromium.open(chromium.desktop("camat.baros", SmallRegency.PASSWORD), "/kotak-masuk");
            assertThat(inbox.locator(".live")).hasAttribute("data-state", "on");
            assertThat(inbox.locator("[data-inbox]")).hasText("1");
            assertThat(inbox.locator("#cara")).containsText("camat@baros.example.go.id");

            post.send(post.test(camat, "layar/2"));

            assertThat(inbox.locator("article.message")).hasCount(2);
            assertThat(inbox.locator("[data-inbox]")).hasText("2");
            chromium.picture(inbox, "kotak-masuk-1366");
            var desk = chromium.open(chromium.desktop("desk", SmallRegency.PASSWORD), "/desk/pesan");
            assertThat(desk.locator("table.messages tbody tr")).hasCount(1);
            chromium.picture(desk, "pesan-1366");
            chromium.picture(chromium.open(desk, "/desk/pesan/siaran"), "siaran-1366");
            for (var path : new String[] {"/kotak-masuk", "/desk/pesan", "/desk/pesan/siaran"}) {
                var page = path.startsWith("/desk") ? desk : inbox;
                page.setViewportSize(390, 844);
                chromium.open(page, path);
                chromium.picture(page, path.substring(path.lastIndexOf('/') + 1) + "-390");
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
            }
            assertThat(chromium.failures()).isEmpty();
        }
    }
}
