package id.deskpilkada.fieldreport.intake;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms of the field as a phone draws, keeps and sends them. */
@WholeApplication
class FormsInBrowserTests {

    private static final Path IN_THE_PAGE = Path.of("src/test/resources/field/forms.js");
    private static final Actor EVERYBODY = new Actor(
            1, "semua", "Semua", List.of(new Grant("district-admin", "36.04.05"), new Grant("leader", "36.04")));

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Admission admission;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        installation.empty();
        election.withVoting();
        var people = new People(staff, secrets);
        people.add("semua", "Semua Formulir", "district-admin@36.04.05", "leader@36.04");
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("lain", "Petugas Lain", "village-admin@36.04.05.2002");
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void whatTheAppTakesTheLedgerTakesAndNothingElse() throws IOException {
        var page = opened("semua", "/laporan", ".fa-group");
        for (int seed = 1; seed <= 2; seed++) {
            var forms = DeskClient.JSON.readTree((String) page.evaluate(Files.readString(IN_THE_PAGE), seed));
            assertThat(forms).extracting(form -> form.path("kind").asText()).contains(kinds());
            forms.forEach(this::agrees);
        }
    }

    private void agrees(JsonNode form) {
        var kind = form.path("kind").asText();
        assertThat(form.path("undrawn")).as("%s leaves out", kind).isEmpty();
        assertThat(form.path("told")).as("%s finds wrong", kind).isEmpty();
        assertThat(form.path("again").asBoolean()).as("%s typed again", kind).isTrue();
        var known = kind.equals("VISIT") ? List.of("visit") : List.<String>of();
        assertThat(errors(form, form.path("data")))
                .as("%s %s", kind, form.path("data"))
                .isEqualTo(known);
        form.path("faulty").forEach(fault -> {
            var path = fault.path("path").asText();
            assertThat(texts(fault.path("told")))
                    .as("%s %s on the phone", kind, path)
                    .contains(path);
            assertThat(errors(form, fault.path("data")))
                    .as("%s %s at the ledger", kind, path)
                    .anyMatch(error -> error.equals(path) || error.startsWith(path + "."));
        });
        assertThat(form.path("silent").path("told").isEmpty())
                .as("%s may be empty", kind)
                .isEqualTo(errors(form, form.path("silent").path("data")).equals(known));
    }

    @Test
    void aDraftIsThereAgainWhileTheFirstPageStillHangs() {
        var page = opened("siti", "/isi?kind=C1&race=BUPATI&tps=" + MARGASANA_1, ".fa-send");
        page.fill("[id='f-votes.1']", "120");
        page.fill("[id='f-votes.2']", "090");
        page.fill("[id='f-validVotes']", "215");
        assertThat(page.locator(".fa-sum").textContent()).contains("215", "210");

        var second = page.context().newPage();
        chromium.open(second, "/lapangan#/c1");
        second.locator(".fa-due a").click();
        second.locator(".fa-send").waitFor();
        assertThat(second.inputValue("[id='f-votes.2']")).isEqualTo("090");
        assertThat(second.inputValue("[id='f-totalVotes']")).isEmpty();
        chromium.picture(second, "lapangan-c1-dilanjutkan");

        second.context().setOffline(true);
        second.click(".fa-send button");
        second.locator("main >> text=Tersimpan di HP").waitFor();
        assertThat(reports()).isZero();
        second.context().setOffline(false);
        second.locator("main >> text=Terkirim").waitFor();
        assertThat(reports()).isEqualTo(1);
        assertThat(installation.asOwner().queryForObject("SELECT payload FROM desk.field_report", String.class))
                .contains("\"2\":\"090\"");
        chromium.open(second, "/lapangan#/c1");
        second.locator(".fa-tps-here, .fa-tps-done").first().waitFor();
        assertThat(second.locator(".fa-due").count()).isZero();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = opened("siti", "/isi?kind=VOTING&slot=10.00&tps=" + MARGASANA_1, ".fa-send");
        page.click(".fa-send button");
        assertThat(page.locator(".fa-fault").allTextContents()).hasSize(1);
        page.waitForFunction("() => document.activeElement.name === 'security'");
        page.check("[name=security][value=CALM]");
        count(page, "male", "100");
        count(page, "female", "90");
        count(page, "total", "200");
        page.click(".fa-send button");
        assertThat(page.locator(".fa-fault").textContent()).contains("200", "190");
        page.waitForFunction("() => document.activeElement.name === 'voters.total'");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void whatWasRefusedComesBackWithItsReasonAndGoesOutAnew() {
        var other = new DeskClient(port, "lain", People.PASSWORD)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"07.30\",\"observedAt\":\"%s\",\"data\":{\"voters\":{\"total\":200}}}"
                                .formatted(MARGASANA_1, Instant.now()));
        assertThat(other.status()).as(other.text()).isEqualTo(201);
        dispatcher.drain();
        var page = opened("siti", "/isi?kind=VOTING&slot=10.00&tps=" + MARGASANA_1, ".fa-send");
        count(page, "total", "50");
        page.click(".fa-send button");
        page.locator("main a:text-is('Perbaiki')").click();
        page.locator(".fa-send").waitFor();

        assertThat(page.inputValue("[id='f-voters.total']")).isEqualTo("50");
        assertThat(page.locator("main").textContent()).contains("200");
        count(page, "total", "250");
        page.click(".fa-send button");
        page.locator("main >> text=Terkirim").waitFor();
        assertThat(reports()).isEqualTo(2);
        chromium.open(page, "/lapangan#/antrean");
        page.locator("main >> text=Tidak dipakai lagi").first().waitFor(new Locator.WaitForOptions().setTimeout(5_000));
    }

    @Test
    void anAmbulanceIsAskedForInAMoment() {
        var page = opened("siti", "/kejadian", ".fa-urgent");
        page.locator(".fa-urgent button").first().click();
        page.locator(".fa-urgent-body button").click();
        assertThat(page.locator(".fa-urgent-body .fa-fault").textContent()).isNotBlank();
        page.selectOption(".fa-urgent-body select", "tps:" + MARGASANA_1);
        page.locator(".fa-urgent-body button").click();
        page.locator("main >> text=Terkirim").waitFor();
        assertThat(installation.asOwner().queryForObject("SELECT payload FROM desk.field_report", String.class))
                .contains("\"needsAmbulance\":true");
        assertThat(page.locator("main a[href*='addsTo=']").count()).isEqualTo(1);
    }

    private static void count(Page page, String part, String number) {
        page.fill("[id='f-voters." + part + "']", number);
    }

    private Page opened(String username, String screen, String part) {
        var page = chromium.handset(username);
        chromium.open(page, "/lapangan#" + screen);
        page.locator(part).first().waitFor();
        return page;
    }

    private int reports() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class);
    }

    private static String[] kinds() {
        return Stream.of(ReportKind.values()).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Paths inside the data at which the ledger finds something wrong. */
    private List<String> errors(JsonNode form, JsonNode data) {
        var kind = ReportKind.valueOf(form.path("kind").asText());
        var report = DeskClient.JSON.createObjectNode();
        report.put("kind", kind.name()).put("observedAt", Instant.now().toString());
        report.put(kind.needsTps() ? "tps" : "region", kind.needsTps() ? MARGASANA_1 : "36.04.05.2002");
        if (kind.needsRace()) {
            report.put("race", form.path("race").asText("BUPATI"));
        }
        if (kind.needsSlot()) {
            report.put("slot", form.path("slot").asText());
        }
        report.set("data", data);
        return errors(report);
    }

    private List<String> errors(ObjectNode report) {
        try {
            admission.admit(UUID.randomUUID(), report, EVERYBODY);
            return List.of();
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo("MALFORMED");
            return problem.errors().stream()
                    .map(error -> Objects.toString(error.field()).replaceFirst("^data\\.", ""))
                    .toList();
        }
    }
}
