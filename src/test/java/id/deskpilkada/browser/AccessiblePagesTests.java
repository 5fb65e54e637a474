package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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

/** Our pages on the screens on which they are used: nothing that axe calls serious or critical, and a form with its photo from a telephone. */
@WholeApplication
class AccessiblePagesTests {

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
    void noPageKeepsAnybodyOut() {
        var field = onATelephone(chromium.desktop(FormDay.ADMIN));
        assertAccessible(field, "/lapangan", "/lapangan/c1" + FORM, "/kata-sandi", "/sesi");
        copy(field);
        assertAccessible(field, "/lapangan/c1" + FORM);
        var desk = chromium.desktop(FormDay.DESK);
        assertAccessible(desk, "/", "/desk", "/desk?region=36.04.05.2002", "/desk/c1" + FORM, "/desk/perbandingan");
        var admin = chromium.desktop("admin", "rahasia-admin-uji");
        assertAccessible(admin, "/setup", "/bantuan-akun");
        admin.context().clearCookies();
        assertAccessible(admin, "/", "/masuk", "/atur-ulang");
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
        page.click(".c1-send button");
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

    private static Page onATelephone(Page page) {
        page.setViewportSize(390, 844);
        return page;
    }

    private void assertAccessible(Page page, String... paths) {
        for (var path : paths) {
            chromium.open(page, path);
            var checked = new AxeBuilder(page).analyze();
            assertThat(checked.getPasses()).as(path).hasSizeGreaterThan(10);
            var found = checked.getViolations().stream()
                    .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                    .map(violation -> violation.getId() + ": "
                            + violation.getNodes().get(0).getHtml())
                    .toList();
            assertThat(found).as(path).isEmpty();
        }
    }
}
