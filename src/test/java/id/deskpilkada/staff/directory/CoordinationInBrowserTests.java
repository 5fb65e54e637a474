package id.deskpilkada.staff.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class CoordinationInBrowserTests {

    private static final String DUTY =
            """
            pos,mulai,selesai,pengguna,pimpinan
            Posko Desk Kabupaten,2024-11-27 06.00,14.00,siti,ya
            Posko Desk Kabupaten,2024-11-27 06.00,14.00,udin,
            Posko Desk Kabupaten,2024-11-27 16.00,22.00,udin,
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @BeforeEach
    void aRegencyThatIsReady() {
        installation.empty();
        election.started();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Desk", "desk@36.04");
        people.add("udin", "Udin Desk", "desk@36.04");
        people.add("camat", "Camat Kramatwatu", "camat@36.04.05");
        var admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        assertThat(admin.upload("/api/imports/contacts", "k.csv", DirectoryTests.CONTACTS)
                        .status())
                .isEqualTo(200);
        assertThat(admin.upload("/api/imports/duty", "p.csv", DUTY).status()).isEqualTo(200);
        admin.upload(
                "/api/imports/agencies",
                "i.csv",
                "kode,wilayah,nama,saluran,dikonfirmasi\nbpbd,36.04,BPBD Kabupaten Serang,telepon 0254-200113; email bpbd@contoh.go.id,ya\n");
    }

    @Test
    void aCamatFindsANumberOnThePhoneAndItIsTheBiggestThing() {
        try (var chromium = new Chromium(port)) {
            var page = chromium.open(chromium.phone("camat"), "/desk/direktori");
            page.fill("#q", "siti");
            page.click("form[role=search] button");

            var number = page.locator(".contacts:not(.agencies) a.contact-number");
            assertThat(number).hasCount(1);
            assertThat(number).hasAttribute("href", "tel:+6281234567890");
            assertThat(number).hasText("0812-3456-7890");
            assertThat(page.locator(".contact a[href='https://wa.me/6281234567890']"))
                    .hasCount(1);
            assertThat(size(page, ".contact-number")).isGreaterThan(size(page, "h1"));
            assertThat(number.boundingBox().height).isGreaterThanOrEqualTo(44);
            chromium.picture(page, "direktori-cari-390");
            for (var path : List.of("/desk/direktori", "/desk/jadwal", "/desk/piket?tanggal=2024-11-27")) {
                chromium.picture(chromium.open(page, path), path.replaceAll(".*/|\\?.*", "") + "-390");
                fits(page, path, 390);
            }
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void theDeskPlansTheDayAndRecordsAMeeting() {
        try (var chromium = new Chromium(port)) {
            var page = chromium.open(chromium.desktop("siti"), "/desk/piket?tanggal=2024-11-27");
            assertThat(page.locator("main")).containsText("Tidak ada giliran pada 14.00–16.00 WIB");
            page.fill("#pos", "Posko Desk Kabupaten");
            page.fill("#mulai", "14:00");
            page.fill("#selesai", "16:00");
            page.locator("button:has-text('Tambah giliran')").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("main")).containsText("Giliran 14.00–16.00 WIB belum punya petugas");
            var middle = page.locator("tbody tr").nth(1);
            middle.locator("summary").click();
            middle.locator("select[name=orang]").selectOption("siti");
            middle.locator("input[name=pimpinan]").check();
            middle.locator("button:has-text('Tugaskan')").click();
            assertThat(page.locator("tbody tr").nth(1)).containsText("Siti Desk");
            chromium.picture(page, "piket-1366");

            chromium.open(page, "/desk/rapat");
            page.fill("#subject", "Kesiapan logistik TPS terpencil");
            page.fill("#heldAt", "2024-11-18T09:00");
            page.fill("#place", "Aula Setda");
            page.fill("#participants", "KPU\nBawaslu\nPolres");
            page.locator("button:has-text('Simpan rapat')").click();
            page.fill("#text", "KPU mengirim kotak suara ke TPS terpencil lebih dahulu");
            page.fill("#inCharge", "KPU Kabupaten Serang");
            page.fill("#dueOn", "2024-11-20");
            page.locator("form:has(#text) button").click();
            assertThat(page.locator("article.card")).containsText("lewat tenggat");
            chromium.picture(page, "rapat-satu-1366");
            for (var path : List.of("/desk/rapat", "/desk/direktori", "/desk/jadwal")) {
                chromium.picture(chromium.open(page, path), path.replaceAll(".*/", "") + "-1366");
                fits(page, path, 1366);
            }
            page.setViewportSize(390, 844);
            for (var path : List.of("/desk/rapat", "/desk/piket?tanggal=2024-11-27")) {
                chromium.picture(chromium.open(page, path), path.replaceAll(".*/|\\?.*", "") + "-desk-390");
                fits(page, path, 390);
            }
            assertThat(chromium.failures()).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void fits(Page page, String path, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(path)
                .isLessThanOrEqualTo(width);
    }

    private static double size(Page page, String what) {
        return Double.parseDouble(page.locator(what)
                .first()
                .evaluate("element => getComputedStyle(element).fontSize")
                .toString()
                .replace("px", ""));
    }
}
