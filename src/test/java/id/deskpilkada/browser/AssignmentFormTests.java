package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The camat's form, in Tasklist and on the desk's page. */
@WholeApplication
class AssignmentFormTests {

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin(
            @Autowired Installation installation,
            @Autowired SmallElection small,
            @Autowired Secrets secrets,
            @Autowired List<PreparationWork> preparation,
            @Autowired TransactionTemplate transaction) {
        chromium = new Chromium(port);
        installation.empty();
        var round = small.withPreparation();
        new People(staff, secrets).add("camat.kram", "Camat Kramatwatu", "camat@36.04.05");
        preparation.forEach(work -> transaction.executeWithoutResult(status -> work.openNext(round)));
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void aCamatNamesTwoVillagesAndAWrongNumberLosesNothing() {
        var form = chromium.task("camat.kram", "Tunjuk admin desa: Kramatwatu");
        form.locator("[name=skNumber]").fill("800/12/Kec");
        form.locator("[name=skDate]").fill("2024-10-30");
        var first = form.locator("[data-village='36.04.05.2001']");
        first.locator("[name=name]").fill("Siti Aminah");
        first.locator("[name=phone]").fill("0812-34");
        var second = form.locator("[data-village='36.04.05.2002']");
        second.locator("[name=name]").fill("Budi Santoso");
        second.locator("[name=phone]").fill("+62 812 3456 7802");
        form.getByText("Simpan dulu").click();
        form.getByText("0812-34 bukan nomor telepon yang benar").waitFor();
        chromium.picture(form, "tunjuk-admin-salah");
        assertThat(second.locator("[name=name]").inputValue()).isEqualTo("Budi Santoso");

        first.locator("[name=phone]").fill("0812-3456-7801");
        form.getByText("Simpan dulu").click();
        form.getByText("Tersimpan. Semua desa sudah ada adminnya.").waitFor();
        chromium.picture(form, "tunjuk-admin-tersimpan");
        chromium.finish(form);
        assertThat(staff.actor("siti.aminah")).isPresent();
        assertThat(staff.actor("budi.santoso")).isPresent();

        var page = chromium.desktop("camat.kram");
        chromium.open(page, "/desk/penugasan");
        page.getByText("Simpan dulu").waitFor();
        chromium.picture(page, "penugasan");
        page.setViewportSize(390, 844);
        chromium.picture(page, "penugasan-390");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isCloseTo(390, within(2));
    }
}
