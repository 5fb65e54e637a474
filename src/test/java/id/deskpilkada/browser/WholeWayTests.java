package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.staff.People;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an empty installation to a verified tally, by what people click: import, copy, type again, and the tally page moves. */
@WholeApplication
class WholeWayTests {

    private static final String FORM = "TPS 001 Margasana, Bupati";

    @Autowired
    Installation installation;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ManagementService jobs;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        installation.empty();
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void anEmptyInstallationBecomesAVerifiedTally() {
        setUp(chromium.typedIn("admin", "rahasia-admin-uji"));
        runJobs();

        var desk = chromium.open(chromium.desktop("dewi"), "/desk/suara");
        Locator coverage = desk.locator("section:has(#h-coverage)");
        assertThat(coverage.textContent()).contains("0", "dari 2 TPS");

        copy(chromium.task("siti", "Salin formulir C.Hasil (C1): " + FORM));
        dispatcher.drain();
        coverage.getByText("1", new Locator.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
        chromium.picture(desk, "desk-received");

        var verifier = chromium.task("budi", "Ketik ulang dari foto: " + FORM);
        Chromium.type(
                verifier,
                "votes.1",
                "120",
                "votes.2",
                "90",
                "validVotes",
                "210",
                "invalidVotes",
                "5",
                "totalVotes",
                "215");
        chromium.finish(verifier);

        var verified = chromium.open(desk, "/desk/suara?basis=verified");
        assertThat(verified.locator("section:has(#h-votes)").textContent()).contains("120", "90");
        assertThat(verified.locator("body").textContent()).contains("bukan hasil resmi");
        chromium.picture(verified, "desk-verified");

        var form = chromium.open(desk, "/desk/suara?region=36.04.05.2002");
        form.click("a:has-text('TPS 001')");
        form.waitForURL(url -> url.contains("/desk/c1/BUPATI/3604052002001"));
        assertThat(form.locator("main").textContent()).contains("Salinan sudah dicocokkan", "120");
        chromium.picture(form, "desk-form");
    }

    private static void copy(Page page) {
        page.check(".c1 input[value=SALINAN]");
        Chromium.type(
                page, "votes.1", "120", "votes.2", "90", "validVotes", "210", "invalidVotes", "5", "totalVotes", "215");
        page.setInputFiles(
                "#c1-photos",
                new FilePayload(
                        "halaman-1.png",
                        "image/png",
                        FormDay.photo("C.HASIL SALINAN-KWK", List.of("1. 120", "2. 090"))));
        page.locator(".c1-chosen canvas").waitFor();
        page.locator("button:has-text('Selesaikan')").click();
        page.locator("text=Nomor terima").waitFor();
    }

    private void setUp(Page page) {
        chromium.open(page, "/setup");
        page.fill("#code", "pilkada-uji");
        page.fill("#name", "Pilkada uji");
        page.fill("#date", "2024-11-27");
        page.check("input[name=races][value=BUPATI]");
        page.uncheck("input[name=races][value=GUBERNUR]");
        page.click("button:has-text('Simpan pemilihan')");
        load(
                page,
                "regions",
                """
                kode,nama
                36,Banten
                36.04,Kabupaten Serang
                36.04.05,Kramatwatu
                36.04.05.2002,Margasana
                """);
        load(page, "polling-stations", "kode_tps\n3604052002001\n3604052002002\n");
        load(
                page,
                "voter-lists",
                "kode_tps;jenis_pemilihan;dpt_j\n3604052002001;BUPATI;300\n3604052002002;BUPATI;300\n");
        load(
                page,
                "candidates",
                "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A - Wakil A\nBUPATI,2,Calon B - Wakil B\n");
        load(
                page,
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                budi,Budi,district-verifier,36.04.05,%1$s
                dewi,Dewi,desk,36.04,%1$s
                """
                        .formatted(People.PASSWORD));
        chromium.open(page, "/setup");
        chromium.picture(page, "setup");
        page.click("button:has-text('Mulai putaran')");
        page.waitForLoadState();
    }

    private static void load(Page page, String kind, String csv) {
        page.setInputFiles(
                "#file-" + kind, new FilePayload(kind + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file-" + kind + ") button[value=false]").click();
        page.waitForLoadState();
        assertThat(page.locator("#hasil").textContent()).contains("Impor berhasil disimpan");
    }

    private void runJobs() {
        for (var job = next(); job != null; job = next()) {
            jobs.executeJob(job);
        }
    }

    private String next() {
        return jobs.createJobQuery().executable().list().stream()
                .findFirst()
                .map(job -> job.getId())
                .orElse(null);
    }
}
