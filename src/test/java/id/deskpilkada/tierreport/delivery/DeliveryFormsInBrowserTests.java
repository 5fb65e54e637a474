package id.deskpilkada.tierreport.delivery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.Upward;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two forms of a report on its way up, as the desk has them in Tasklist. */
@WholeApplication
class DeliveryFormsInBrowserTests {

    @Autowired
    TierDay day;

    @Autowired
    Upward upward;

    @Autowired
    Notifications notifications;

    @LocalServerPort
    int port;

    @Value("${desk.notification.email.port}")
    int mailPort;

    DeskClient admin;
    Chromium chromium;

    @BeforeEach
    void begin() {
        day.begin();
        day.compiled(EVENING, TierDay.KRAMATWATU);
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        chromium = new Chromium(port);
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private void settledFor(String recipient, String way, String address) {
        var answer = admin.post(
                "/api/tier-recipients",
                "{\"name\": \"%s\", \"way\": \"%s\", \"address\": \"%s\"}".formatted(recipient, way, address));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        upward.settle(day.compiled(EVENING, REGENCY));
        upward.jobs();
    }

    private String state() {
        return day.as(port, "desk")
                .get("/api/report-deliveries")
                .body()
                .at("/0/state")
                .asText();
    }

    private static void press(Page form) {
        form.locator("button:has-text('Selesaikan')").click();
    }

    @Test
    void aReportThatCouldNotBeSentIsNotedAsHandedOverWithTheReasonInWords() {
        settledFor("Provinsi Banten", "INTAKE", "http://localhost:" + port);
        var form = chromium.task("desk", "Kirim ulang laporan " + EVENING);
        form.locator(".c1-body summary").click();
        assertThat(form.locator(".c1-body li").first()).containsText("Token untuk aplikasi penerima belum diisi");
        assertThat(form.locator("#delivery-by")).isHidden();
        chromium.picture(form, "resend-report");
        form.getByText("Sudah diserahkan dengan cara lain").click();
        press(form);
        assertThat(form.locator("body")).containsText("Tulis nama yang menerima.");
        form.fill("#delivery-by", "Pak Rahmat");
        chromium.finish(form);
        assertThat(state()).isEqualTo("RECEIVED");
    }

    @Test
    void aReceiptIsAskedForByTelephoneAndWhatTheySayIsNoted() {
        var server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            settledFor("Kemendagri", "EMAIL", "desk@kemendagri.go.id");
            notifications.drain();
            upward.jobs();
            var form = chromium.task("desk", "Tanyakan tanda terima laporan " + EVENING);
            assertThat(form.locator(".c1-lead")).containsText("Kemendagri belum memberi tanda terima");
            chromium.picture(form, "ask-receipt");
            form.getByText("Belum; tanyakan lagi nanti").click();
            form.fill("#delivery-note", "Kantor tutup");
            chromium.finish(form);
            assertThat(state()).isEqualTo("SENT");

            upward.jobs();
            form = chromium.task("desk", "Tanyakan tanda terima laporan " + EVENING);
            form.getByText("Sudah diterima").click();
            form.fill("#delivery-by", "Bu Ratna");
            chromium.finish(form);
            assertThat(state()).isEqualTo("RECEIVED");
        } finally {
            server.stop();
        }
    }
}
