package id.deskpilkada.browser;

import static id.deskpilkada.staff.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Elections;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundPageTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @LocalServerPort
    int port;

    @Autowired
    FormDay day;

    @Autowired
    Elections elections;

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium(port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @BeforeEach
    void begin() {
        day.begin();
    }

    @Test
    void aDecisionIsRecordedWithoutScripts() {
        var page = chromium.open(chromium.withoutScripts(FormDay.DESK, PASSWORD), "/desk/putaran");
        assertThat(page.locator(".stages [aria-current=step]").textContent()).contains("Persiapan");
        page.click("summary:has-text('Catat keputusan KPU')");
        page.check("input[value=REVOTE]");
        page.fill("#nomor", "12/PL.02/2024");
        page.fill("#tanggal", TODAY.plusDays(1).toString());
        page.fill("#hari", TODAY.plusDays(5).toString());
        page.fill("#tps", SmallElection.BAROS_1);
        page.click("button:has-text('Simpan keputusan')");
        assertThat(page.locator("#keputusan [role=alert]").textContent())
                .contains("Tanggal keputusan", "tidak boleh sesudah hari ini");
        assertThat(page.inputValue("#nomor")).isEqualTo("12/PL.02/2024");
        page.fill("#tanggal", TODAY.toString());
        page.click("button:has-text('Simpan keputusan')");
        assertThat(page.locator("[role=status]").textContent()).contains("Putaran PSU-1 sudah dibuka");
        assertThat(page.locator("#keputusan").textContent()).contains("12/PL.02/2024", SmallElection.BAROS_1);
        assertThat(elections.stations(elections.named("pilkada-uji", "PSU-1"), ""))
                .hasSize(1);
        chromium.picture(page, "putaran");
    }

    @Test
    void aScheduleIsLookedAtBeforeItChangesAndNeedsAReason() {
        var page = chromium.open(chromium.desktop(FormDay.DESK), "/desk/putaran");
        page.fill("input[name='tenggat.C1.C1']", "2024-11-27T22:30");
        page.click("button:has-text('Lihat perubahan')");
        assertThat(page.locator("#jadwal [role=status]").textContent()).contains("22.30");
        page.click("button:has-text('Simpan jadwal')");
        assertThat(page.locator("#jadwal [role=alert]").textContent()).contains("alasan");
        page.fill("#alasan", "Hujan lebat");
        page.click("button:has-text('Simpan jadwal')");
        assertThat(page.locator("[role=status]").first().textContent()).contains("Jadwal baru tersimpan");
        assertThat(page.locator("#jadwal").textContent()).contains("Hujan lebat", "Dewi Desk");
        assertThat(elections
                        .slot(elections.named("pilkada-uji", "R1").id(), "C1", "C1")
                        .dueAt())
                .isEqualTo("2024-11-27T15:30:00Z");
    }
}
