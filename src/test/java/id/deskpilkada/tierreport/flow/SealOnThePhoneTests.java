package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of the tiers' reports in Tasklist, as a camat holds them in one hand and the desk on its screen. */
@WholeApplication
class SealOnThePhoneTests {

    @Autowired
    FlowDay day;

    @Autowired
    TierDay tiers;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        day.begin();
        tiers.voting(
                port,
                "siti",
                SmallElection.MARGASANA_1,
                "10.00",
                "{\"voters\":{\"total\":180},\"security\":\"ATTENTION\"}");
        tiers.c1(port, "siti", "BUPATI", SmallElection.MARGASANA_1, 120, 80);
        day.districtsCompile(EVENING);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private static Page narrow(Page page) {
        page.setViewportSize(390, 844);
        return page;
    }

    private static void fitsTheScreen(Page page) {
        var wide = page.evaluate(
                "() => [...document.querySelectorAll('.c1 *')].filter(one => one.getClientRects().length"
                        + " && one.getBoundingClientRect().width > document.querySelector('.c1').getBoundingClientRect().width + 1).map(one => one.className || one.tagName)");
        assertThat(wide.toString()).isEqualTo("[]");
    }

    @Test
    void theCamatReadsTheFiguresCompilesAgainAndSeals() {
        var page = narrow(chromium.task("camat", "Periksa dan segel laporan kecamatan: 19.00, Kec. Kramatwatu"));
        assertThat(page.innerText(".tiles")).contains("180").contains("pengguna hak pilih");
        assertThat(page.innerText(".c1-body")).contains("Calon C - Wakil C").contains("120");
        fitsTheScreen(page);
        page.evaluate("() => document.querySelector('.c1-head').scrollIntoView()");
        chromium.picture(page, "seal-phone");
        page.fill(".form-field textarea", "Genangan di Margasana sudah surut");
        page.click("text=a.n. (atas nama)");
        page.click(".tier-again");
        page.locator("text=versi 2").first().waitFor();
        assertThat(page.inputValue(".form-field textarea")).isEqualTo("Genangan di Margasana sudah surut");
        page.click("button:has-text('Selesaikan')");
        page.locator(".form-alert:visible").waitFor();
        page.locator(".form-field:has-text('Atas nama jabatan') input").fill("Camat Kramatwatu");
        page.locator(".form-field:has-text('Atas nama jabatan')").scrollIntoViewIfNeeded();
        chromium.picture(page, "seal-phone-signature");
        chromium.finish(page);

        assertThat(day.state(day.latest(EVENING, KRAMATWATU))).isEqualTo(TierState.SEALED);
        assertThat(day.latest(EVENING, KRAMATWATU).version()).isEqualTo(2);
    }

    @Test
    void theDeskGivesOneBackAndTheLeaderApprovesTheRest() {
        day.seal("camat", EVENING, KRAMATWATU);
        day.fire(EVENING, BAROS, "camat-late");
        var call = chromium.task("desk", "Hubungi camat yang belum menyegel");
        chromium.picture(call, "call-camat");
        call.fill(".form-field textarea", "Camat menyegel sebentar lagi");
        chromium.finish(call);
        day.seal("camat-baros", EVENING, BAROS);
        day.job(EVENING, REGENCY, "compile-regency");
        var check = chromium.task("desk", "Periksa laporan kabupaten: 19.00");
        assertThat(check.innerText(".tier-districts")).contains("Kramatwatu").contains("disegel");
        check.click(".tier-districts label:has-text('Baros')");
        check.click("text=Kembalikan laporan kecamatan yang dicentang");
        check.locator(".form-field:has-text('Alasan pengembalian') textarea").fill("Jumlah pemilih belum ada");
        chromium.picture(check, "check-regency");
        chromium.finish(check);
        assertThat(day.stands(EVENING, BAROS)).isEqualTo(CaseState.WAITING);
        day.job(EVENING, BAROS, "compile-district");
        day.seal("camat-baros", EVENING, BAROS);
        day.job(EVENING, REGENCY, "compile-regency");
        day.as("desk", actor -> tiers.as(port, actor.username())
                .post("/api/tier-reports/" + day.latest(EVENING, REGENCY).id() + "/forward", ""));
        var approve = chromium.task("sekda", "Setujui laporan kabupaten: 19.00");
        approve.locator(".c1-choices label:has-text('Setujui')").click();
        approve.locator(".form-field:has-text('Jabatan Anda sendiri') input").fill("Sekretaris Daerah");
        chromium.picture(approve, "approve-regency");
        chromium.finish(approve);

        assertThat(day.state(day.latest(EVENING, REGENCY))).isEqualTo(TierState.APPROVED);
    }
}
