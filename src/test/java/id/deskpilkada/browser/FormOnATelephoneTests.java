package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.WholeApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form with its photo, sent from a telephone. */
@WholeApplication
class FormOnATelephoneTests {

    private static final String FORM = "/BUPATI/" + FormDay.TPS;

    @Autowired
    FormDay day;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        day.begin();
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void aFormAndItsPhotoAreSentFromATelephoneWithoutScripts() {
        var page = chromium.phone(FormDay.ADMIN);

        copy(page);

        assertThat(page.locator(".c1-receipt").textContent()).hasSizeGreaterThan(8);
        assertThat(page.locator(".c1-photos li").count()).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        chromium.picture(page, "lapangan-foto");
        assertThat(day.reports()).isEqualTo(2);
    }

    private void copy(Page page) {
        chromium.open(page, "/lapangan/c1" + FORM);
        page.check("input[name=form][value=SALINAN]");
        Map.of("votes.1", "120", "votes.2", "90", "validVotes", "210", "invalidVotes", "5", "totalVotes", "215")
                .forEach((path, number) -> page.fill("[id='" + path + "']", number));
        page.click(".send-bar button");
        page.locator(".c1-receipt").waitFor();
        page.setInputFiles(
                "#photos",
                new FilePayload(
                        "halaman-1.png",
                        "image/png",
                        FormDay.photo("C.HASIL SALINAN-KWK", List.of("1. 120", "2. 090"))));
        var numbers = page.url();
        page.click("#foto button");
        page.waitForURL(url -> !url.equals(numbers));
        day.drain();
        page.reload();
        page.locator(".c1-photos img").waitFor();
    }
}
