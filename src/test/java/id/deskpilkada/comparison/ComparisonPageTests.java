package id.deskpilkada.comparison;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.comparison.ComparisonDay.DESK;
import static id.deskpilkada.comparison.ComparisonDay.SUPERVISOR;
import static id.deskpilkada.comparison.ComparisonDay.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.browser.FormDay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the comparison and the form of its task, in a browser. */
@WholeApplication
class ComparisonPageTests {

    private static final String PAGE = "/desk/perbandingan?race=BUPATI";

    @Autowired
    ComparisonDay day;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        day.begin(port);
        day.decided(MARGASANA_1, 120, 90);
        day.decided(MARGASANA_2, 100, 80);
        day.decided(BAROS_1, 60, 70);
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private void photo(String tps) {
        var bytes = FormDay.photo("C.HASIL " + tps, List.of("Suara no. 1: 121", "Suara no. 2: 90"));
        var hash = DigestUtils.sha256Hex(bytes);
        day.client(DESK).putBytes("/api/photos/" + hash, "image/png", bytes);
        day.installation()
                .asOwner()
                .update(
                        "INSERT INTO desk.c1_photo (round_id, race_id, tps_code, sha256, report_id, added_at) VALUES (?, ?, ?, ?, gen_random_uuid(), now())",
                        day.round().id(),
                        day.race(),
                        tps,
                        hash);
    }

    private static void choose(Page page, String name, String content) {
        page.setInputFiles("#file", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsCheckedThenImportedAndItsDifferencesAreOnThePage() {
        var page = chromium.open(chromium.desktop(DESK), PAGE);
        assertThat(page.textContent("main")).contains("Belum ada angka KPU yang diimpor");
        var file = table(MARGASANA_1 + ";121;90", MARGASANA_2 + ";100;80", KRAMATWATU_1 + ";7;8", "36.04.17;60;70");
        choose(page, "angka.csv", file);
        page.click("text=Periksa dulu");
        assertThat(page.textContent(".alert-ok")).contains("Belum ada yang disimpan", "3 TPS", "1 kecamatan");

        choose(page, "angka.csv", file);
        page.click("#impor button:has-text('Impor')");
        assertThat(page.textContent(".alert-ok")).contains("sudah diimpor");
        day.run("compare-figures", day.instances().get(0).getId());
        chromium.open(page, PAGE);
        chromium.picture(page, "perbandingan");
        assertThat(page.textContent(".tiles [data-state=bad] a")).contains("1", "Berbeda");
        page.click(".tiles [data-state=bad] a");
        assertThat(page.locator("section:has(#tps) tbody tr").count()).isEqualTo(1);
        assertThat(page.textContent("section:has(#tps) tbody"))
                .contains(
                        "TPS 001 Margasana",
                        "Suara no. 1, Calon C - Wakil C: kita 120, KPU 121 (-1)",
                        "Belum ditelusuri");
    }

    @Test
    void aRefusedFileIsExplainedRowByRow() {
        var page = chromium.open(chromium.desktop(DESK), PAGE);
        choose(page, "angka.csv", table("3604052002099;1;2", "36;x;2"));
        page.click("text=Periksa dulu");
        assertThat(page.textContent(".alert-bad"))
                .contains("tidak ada yang disimpan", "TPS 3604052002099 tidak ada dalam daftar TPS");
        chromium.picture(page, "perbandingan-ditolak");
    }

    @Test
    void onAPhoneWithoutScriptsSupervisorsReadAndCannotImport() {
        day.imported(MARGASANA_1 + ";121;90", BAROS_1 + ";;");
        day.traced(day.open("Margasana"), "{\"cause\": \"OTHER\", \"note\": \"Foto tertukar\"}");
        var page = chromium.open(chromium.phone(SUPERVISOR), PAGE);
        assertThat(page.locator("#impor").count()).isZero();
        chromium.picture(page, "perbandingan-hp");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        page.click("text=Selisih dan penyebabnya");
        assertThat(page.textContent("table")).contains("Sebab lain", "Foto tertukar", "Dewi Desk");
        chromium.picture(page, "perbandingan-selisih-hp");
    }

    @Test
    void aDifferenceIsTracedBesideItsPhotoAndACorrectionAskedFor() {
        photo(MARGASANA_1);
        day.imported(MARGASANA_1 + ";121;90");
        var page = chromium.task(DESK, "Telusuri selisih: TPS 001 Margasana, Bupati");
        assertThat(page.locator(".c1-stage canvas").count()).isEqualTo(1);
        assertThat(page.textContent(".cmp-table")).contains("Versi 1", "(berlaku)", "120", "121");
        page.click("text=Kita salah baca atau salah ketik");
        page.check("#trace-correction");
        page.fill("[id='trace-votes.1']", "121");
        chromium.picture(page, "trace-difference");
        page.locator("button:has-text('Selesaikan')").click();
        page.locator(".form-alert:has-text('Tulis keterangannya')").waitFor();
        page.fill("#trace-note", "Di foto terbaca 121.");
        chromium.finish(page);

        assertThat(chromium.task(ComparisonDay.SECOND_DESK, "Putuskan koreksi: TPS 001 Margasana, Bupati")
                        .textContent(".c1-body"))
                .contains("121");
    }
}
