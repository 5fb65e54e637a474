package id.deskpilkada.field;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.Until;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.field.LossyLine.Weather;
import id.deskpilkada.fieldapp.NextRelease;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A bad line, an empty battery, a wrong clock, a full phone, a failing server, an update: nothing is lost, nothing doubled, and whoever reports knows how things stand. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldFaultsTests {

    private static final long LUCK = 20241127;
    private static final int REPORTS = 60;
    private static final long HOURS = Duration.ofHours(4).toMillis();
    private static final int ROOM = 6_000_000;

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ApplicationContext application;

    @TempDir
    Path folder;

    private LossyLine line;
    private Phones phones;

    @BeforeAll
    void day() throws IOException {
        var day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
        line = new LossyLine(port, LUCK);
        phones = new Phones(line.port());
    }

    @BeforeEach
    void begin() {
        installation.asOwner().execute("TRUNCATE desk.field_report CASCADE");
        line.becomes(Weather.CLEAR);
    }

    @AfterEach
    void putDown() {
        var failures = List.copyOf(phones.failures());
        phones.putDown();
        assertThat(failures).isEmpty();
    }

    @AfterAll
    void close() throws IOException {
        phones.close();
        line.close();
        installation.empty();
    }

    private List<String> ledger() {
        return installation
                .asOwner()
                .queryForList("SELECT id::text FROM desk.field_report ORDER BY id::text", String.class);
    }

    private static String turnout(String tps, int voters) {
        return VotingDay.tps(tps, "10.00", "{\"voters\": {\"total\": " + voters + "}}");
    }

    @Test
    void hoursWithoutLineThenALineThatLosesThirtyPercent() {
        var page = phones.of("siti", phone -> phone.clock().install());
        var waiting = new Waiting(page);
        page.context().setOffline(true);
        waiting.hand(REPORTS);
        page.clock().fastForward(HOURS);
        waiting.says("60 laporan tersimpan di HP, menunggu sinyal");
        assertThat(ledger()).isEmpty();

        int lostBefore = line.lost();
        line.becomes(Weather.LOSSY);
        page.context().setOffline(false);
        waiting.saysInTime("60 laporan terkirim, sedang diperiksa desk");
        assertThat(ledger()).hasSize(REPORTS).isEqualTo(waiting.ids());
        assertThat(line.lost() - lostBefore).as("what the line broke").isGreaterThan(10);
        assertThat(line.reportsPassed())
                .as("some came more than once and were counted once")
                .isGreaterThan(REPORTS);
        dispatcher.drain();
        waiting.saysInTime("Semua laporan diterima (60)");
    }

    @Test
    void aBatteryThatEndsBetweenSendingAndAnswer() throws Exception {
        var battery = folder.resolve("hp");
        var first = phones.kept(battery);
        var waiting = new Waiting(phones.signIn(first, "siti"));
        line.becomes(Weather.SILENT);
        var id = waiting.hand(turnout(MARGASANA_1, 40));
        Until.holds("the server has it", Duration.ofSeconds(60), () -> ledger().size() == 1);
        waiting.says("Mengirim, 1 lagi");
        var cookies = first.cookies();
        Phones.cut(battery);

        line.becomes(Weather.DEAD);
        var second = phones.kept(battery);
        // The browser writes its cookies to the phone every half minute, so this one's may be gone; the sign-in is
        // another test's.
        second.addCookies(cookies.stream()
                .map(one -> new com.microsoft.playwright.options.Cookie(one.name, one.value)
                        .setUrl(phones.root())
                        .setHttpOnly(one.httpOnly))
                .toList());
        var page = phones.open(second);
        waiting = new Waiting(page);
        waiting.says("1 laporan tersimpan di HP");
        assertThat(waiting.ids()).containsExactly(id);
        line.becomes(Weather.CLEAR);
        waiting.queue();
        page.click("button:has-text('Kirim sekarang')");
        waiting.says("1 laporan terkirim");
        assertThat(ledger()).containsExactly(id);
    }

    @Test
    void aClockThatIsADayBehind() {
        var page = phones.of(
                "siti",
                phone -> phone.addInitScript(
                        "(() => { const Real = Date; const behind = () => Real.now() - 86400000;"
                                + " Date = class extends Real { constructor(...all) { super(...(all.length ? all : [behind()])); } static now() { return behind(); } }; })()"));
        page.evaluate("() => { location.hash = '#/isi?kind=VOTING&slot=10.00&tps=" + MARGASANA_1 + "'; }");
        page.locator("[id='f-voters.total']").fill("40");
        assertThat(page.innerText("#app")).as("the form says it").contains("Jam HP");
        page.click("main button[type=submit]");
        new Waiting(page).says("1 laporan terkirim");

        assertThat(installation
                        .asOwner()
                        .queryForObject("SELECT observed_at FROM desk.field_report", java.sql.Timestamp.class)
                        .toInstant())
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
        assertThat(new Waiting(page).queue())
                .contains("(jam HP ", "Laporan memakai jam desk, Anda tidak perlu berbuat apa-apa");
    }

    @Test
    void aServerThatFailsForAMinute() {
        var page = phones.of("siti", phone -> phone.clock().install());
        var waiting = new Waiting(page);
        line.becomes(Weather.FAILING);
        waiting.hand(4);
        waiting.says("4 laporan tersimpan di HP, server sibuk");
        page.clock().fastForward(30_000);
        waiting.calm();
        page.clock().fastForward(30_000);
        waiting.calm();
        waiting.says("4 laporan tersimpan di HP, server sibuk");
        assertThat(waiting.queue()).contains("Server sedang sibuk, sudah dicoba", "Dicoba lagi sendiri");
        assertThat(ledger()).isEmpty();

        line.becomes(Weather.CLEAR);
        waiting.saysInTime("4 laporan terkirim");
        assertThat(ledger()).isEqualTo(waiting.ids());
    }

    @Test
    void aNewVersionWhileReportsWait() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        line.becomes(Weather.FAILING);
        waiting.hand(3);
        try (var release = new NextRelease(application)) {
            page.evaluate("() => navigator.serviceWorker.getRegistration('/lapangan').then(one => one.update())");
            page.getByText("Versi baru siap.").waitFor();
            waiting.says("3 laporan tersimpan di HP");
            page.click("button:has-text('Pakai versi baru')");
            page.waitForFunction("version => document.documentElement.dataset.version === version", release.version());
            phones.ready(page);
            waiting.says("3 laporan tersimpan di HP");
            line.becomes(Weather.CLEAR);
            waiting.queue();
            page.click("button:has-text('Kirim sekarang')");
            waiting.says("3 laporan terkirim");
        }
        assertThat(ledger()).isEqualTo(waiting.ids());
    }

    @Test
    void aPhoneThatIsAlmostFull() throws Exception {
        var page = phones.of("siti", phone -> Storage.limit(phone.newPage(), phones.root(), ROOM));
        var waiting = new Waiting(page);
        line.becomes(Weather.FAILING);
        waiting.hand(3);
        Storage.fill(page);
        waiting.goOn();
        assertThat(waiting.queue())
                .as("what keeps the reports is the server")
                .contains("Server sedang sibuk. Laporan aman di HP")
                .doesNotContain("tidak dapat mencatat");
        assertThat(waiting.hand(turnout(MARGASANA_2, 50))).isEqualTo("NoRoom");
        waiting.says("HP penuh: satu laporan BELUM tersimpan (3 lagi menunggu dikirim)");
        page.getByText("Hapus foto atau video lain di HP lalu kirim lagi").waitFor();
        assertThat(page.inputValue(".fa-outbox-message textarea"))
                .as("to be passed on in another way")
                .contains(MARGASANA_2, "50");

        line.becomes(Weather.CLEAR);
        page.click("button:has-text('Kirim sekarang')");
        page.getByText("HP penuh dan tidak dapat mencatat mana yang sudah terkirim")
                .waitFor();
        // One of them may have been on its way while the server still failed.
        Until.holds("all of them are sent", Duration.ofSeconds(60), () -> ledger().size() == 3);
        assertThat(ledger()).as("sent all the same").isEqualTo(waiting.ids()).hasSize(3);
        Storage.limit(page, phones.root(), 10 * ROOM);
        waiting.hand(turnout(MARGASANA_2, 50));
        waiting.says("4 laporan terkirim");
        assertThat(ledger()).isEqualTo(waiting.ids()).hasSize(4);
    }
}
