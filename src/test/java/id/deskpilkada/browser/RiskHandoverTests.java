package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.readiness.risk.RiskFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list of flood-prone places from the desk's page to the agency's Tasklist and back. */
@WholeApplication
class RiskHandoverTests {

    @Autowired
    RiskFixture fixture;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        fixture.begin();
        fixture.risks();
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void theDeskHandsOverAndTheAgencyActs() {
        var desk = chromium.open(chromium.desktop(RiskFixture.DESK), "/desk/rawan");
        chromium.picture(desk, "rawan");
        desk.selectOption("#penanggung", "bpbd");
        desk.click(".risk-filter button");
        assertThat(desk.locator("main").textContent()).contains("2 catatan", "Desa/Kel. Margasana");
        desk.click("main a.button");
        chromium.picture(desk, "rawan-serahkan");
        desk.click("form[method=post] button:has-text('Serahkan daftar')");
        assertThat(desk.locator("main").textContent()).contains("Daftar sudah diserahkan", "Menunggu konfirmasi");
        chromium.picture(desk, "rawan-daftar");

        var confirm = chromium.task(RiskFixture.BPBD, "Konfirmasi daftar diterima: BPBD");
        confirm.locator(".risk-rows tbody tr").first().waitFor();
        assertThat(confirm.locator(".risk-rows tbody tr").count()).isEqualTo(2);
        chromium.picture(confirm, "confirm-list");
        confirm.locator("input[name=risk-answer]").first().check();
        chromium.finish(confirm);

        var record = chromium.task(RiskFixture.BPBD, "Catat tindakan mitigasi: BPBD");
        record.fill(".risk-what", "Dua pompa dan tenda cadangan siap");
        record.fill("[aria-label='Rencana tanggal']", "2026-11-20");
        record.click(".risk-save");
        record.locator("text=Semua baris daftar sudah punya tindakan").waitFor();
        record.fill("[aria-label='Dilaksanakan tanggal']", "2026-11-19");
        chromium.picture(record, "record-measures");
        chromium.finish(record);

        assertThat(installation.asOwner().queryForObject("SELECT state FROM desk.risk_handover", String.class))
                .isEqualTo("DONE");
        var phone = chromium.open(chromium.phone(RiskFixture.CAMAT), "/desk/rawan");
        assertThat(phone.locator("main").textContent()).contains("Tindakan selesai");
        assertThat(wide(phone)).as("nothing is wider than a phone").isFalse();
        chromium.picture(phone, "rawan-390");
    }

    private static boolean wide(Page page) {
        return page.locator("main").boundingBox().width > 390;
    }
}
