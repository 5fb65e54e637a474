package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cockpit and Admin as those see them who watch over the desk: everything is shown, in Indonesian, without a refusal on the way. */
@WholeApplication
class CockpitTests {

    @Autowired
    FormDay day;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        day.begin();
        new People(staff, secrets).add("pengawas", "Wati Pengawas", "supervisor@36.04");
    }

    @AfterEach
    void nothingFailed() {
        assertThat(chromium.failures()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void aSupervisorFollowsAFormFromTheDashboardToItsToken() {
        var waiting = tasks.createTaskQuery()
                .taskDefinitionKey("copy-c1")
                .listPage(0, 1)
                .get(0);
        runtime.createIncident("probe", waiting.getExecutionId(), "probe", "Gangguan uji");

        var page = chromium.open(chromium.desktop("pengawas"), "/camunda/app/cockpit/default/");
        page.locator("text=Proses berjalan").first().waitFor();
        settled(page, "cockpit-dashboard");
        page = chromium.open(page, "/camunda/app/cockpit/default/#/processes");
        page.locator("table a:has-text('c1-capture')").first().click();
        page.locator(".djs-container [data-element-id=copy-c1]").waitFor();
        settled(page, "cockpit-definition");
        assertThat(page.locator(".diagram-holder, .djs-container").first().textContent())
                .contains("Salin");
        assertThat(page.locator(".btn-suspend-action:visible").count()).isZero();

        page = chromium.open(
                page, "/camunda/app/cockpit/default/#/process-instance/" + waiting.getProcessInstanceId() + "/runtime");
        page.locator(".djs-container [data-element-id=copy-c1]").waitFor();
        settled(page, "cockpit-diagram");
        page.locator(".nav-tabs a:has-text('Gangguan')").first().click();
        page.locator("text=Gangguan uji").first().waitFor();
        settled(page, "cockpit-instance");
        for (var tab : List.of("Variabel", "Tugas pengguna", "Pekerjaan latar")) {
            page.locator(".nav-tabs a:has-text('" + tab + "')").first().click();
            settled(page, "cockpit-" + tab.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        }
        for (var place : List.of("decisions", "tasks", "batch", "repository")) {
            settled(chromium.open(page, "/camunda/app/cockpit/default/#/" + place), "cockpit-" + place);
        }
    }

    @Test
    void anAdministratorReadsUsersGroupsAndRights() {
        var page = chromium.desktop("admin", "rahasia-admin-uji");
        for (var place : List.of("", "users", "groups", "authorization", "system", "users/pengawas")) {
            settled(chromium.open(page, "/camunda/app/admin/default/#/" + place), "admin-" + place.replace('/', '-'));
        }
        chromium.open(page, "/camunda/app/admin/default/#/users");
        page.locator("text=Wati Pengawas").first().waitFor();
        assertThat(page.locator("a:visible:has-text('Tambah pengguna')").count())
                .isZero();
        chromium.open(page, "/camunda/app/admin/default/#/authorization");
        page.locator("text=supervisor-3604").first().waitFor();
        assertThat(page.locator("a:visible:has-text('Hapus')").count()).isZero();
        settled(chromium.open(page, "/camunda/app/welcome/default/"), "welcome");
        assertThat(page.locator("a:visible:has-text('Ubah')").count()).isZero();
    }

    private void settled(Page page, String picture) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator(":text('Memuat'):visible, .animate-spin:visible, .glyphicon-refresh:visible")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        chromium.picture(page, picture);
        assertThat(page.locator(".alert:visible").allTextContents()).as(picture).isEmpty();
    }
}
