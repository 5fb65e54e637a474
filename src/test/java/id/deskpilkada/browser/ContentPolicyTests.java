package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our pages need nothing that their own content policy forbids, and what it forbids does not run. */
@WholeApplication
class ContentPolicyTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/setup",
            "/desk",
            "/desk/perbandingan",
            "/lapangan/daftar",
            "/bantuan-akun",
            "/sesi",
            "/kata-sandi",
            "/keluar",
            "/tidak-ada",
            "/swagger-ui/index.html");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @LocalServerPort
    int port;

    @Test
    void ourPagesWorkUnderTheirContentPolicy() {
        installation.empty();
        election.started();
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop("admin", "rahasia-admin-uji");
            var refused = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")
                        || message.text().contains("Permissions-Policy")) {
                    refused.add(page.url() + ": " + message.text());
                }
            });
            for (var path : PAGES) {
                chromium.open(page, path);
            }
            chromium.open(page, "/desk");
            page.waitForFunction("() => document.querySelector('.live')?.dataset.state === 'on'");
            assertThat(refused).isEmpty();
            assertThat(chromium.failures()).isEmpty();

            assertThat(inlineScriptRuns(page)).isFalse();
            assertThat(refused).isNotEmpty();
        }
    }

    private static boolean inlineScriptRuns(Page page) {
        return (Boolean)
                page.evaluate(
                        """
                () => { const script = document.createElement('script'); script.textContent = 'window.injected = true';
                        document.body.append(script); return window.injected === true; }""");
    }
}
