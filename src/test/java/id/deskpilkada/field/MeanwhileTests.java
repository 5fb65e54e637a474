package id.deskpilkada.field;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.voting.VotingDay;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While reports wait on a phone, the desk goes on: it closes the round, settles the incident, replaces the person. The reports stay, and their owner reads what has become of them. */
@WholeApplication
class MeanwhileTests {

    /** More than the queue shows at once. */
    private static final int MANY = 23;

    private static final Grant MARGASANA = new Grant("village-admin", "36.04.05.2002");

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
    Staff staff;

    private VotingDay day;
    private Phones phones;

    @BeforeEach
    void begin() {
        day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
        phones = new Phones(port);
    }

    @AfterEach
    void putDown() {
        var failures = List.copyOf(phones.failures());
        phones.close();
        installation.empty();
        assertThat(failures).isEmpty();
    }

    /** Report by report as {@code reporter id}. */
    private List<String> ledger() {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT s.username || ' ' || r.id FROM desk.field_report r JOIN desk.staff_member s ON s.id = r.reporter_id ORDER BY r.id::text",
                        String.class);
    }

    private static List<String> of(String username, List<String> ids) {
        return ids.stream().map(id -> username + " " + id).toList();
    }

    private long idOf(String username) {
        return staff.person(username).orElseThrow().id();
    }

    /** Siti looks after a village, whatever has become of her account. */
    private void siti(String village) {
        election.load(
                "staff",
                "username,nama,peran,wilayah,kata_sandi\nsiti,Siti,village-admin," + village + "," + VotingDay.PASSWORD
                        + "\n");
    }

    private static void withoutLine(Page page, int reports) {
        page.context().setOffline(true);
        var waiting = new Waiting(page);
        waiting.hand(reports);
        waiting.says(reports + " laporan tersimpan di HP, menunggu sinyal");
        waiting.calm();
    }

    @Test
    void theRoundWasClosed() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        withoutLine(page, MANY);
        rounds.beginCounting(day.round.id());
        rounds.close(day.round.id());

        page.context().setOffline(false);
        waiting.says(MANY + " laporan terkirim, sedang diperiksa desk");
        assertThat(ledger()).as("late, but there").isEqualTo(of("siti", waiting.ids()));
        dispatcher.drain();
        waiting.goOn();
        waiting.says("Semua laporan diterima (" + MANY + ")");
        assertThat(waiting.wholeQueue(MANY)).contains("Semua laporan sudah diterima desk (" + MANY + ")");
    }

    @Test
    void theIncidentWasSettled() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        var told = waiting.hand(incident("{\"choice\": \"FLOOD\"}"));
        waiting.says("1 laporan terkirim");
        dispatcher.drain();
        waiting.goOn();
        waiting.says("Semua laporan diterima (1)");

        page.context().setOffline(true);
        waiting.hand(incident("{\"addsTo\": \"" + told + "\", \"description\": \"Air naik lagi, setinggi lutut\"}"));
        waiting.says("1 laporan tersimpan di HP, menunggu sinyal");
        var number = installation.asOwner().queryForObject("SELECT max(id) FROM desk.incident", Long.class);
        var settled = day.client("dewi").post("/api/incidents/" + number + "/reject", "{\"reason\": \"Sudah surut\"}");
        assertThat(settled.status()).as(settled.text()).isLessThan(300);

        page.context().setOffline(false);
        waiting.says("1 laporan terkirim");
        dispatcher.drain();
        waiting.goOn();
        waiting.says("Semua laporan diterima (2)");
        assertThat(waiting.queue())
                .contains(
                        "Ditambahkan pada kejadian K-" + number,
                        "sudah diselesaikan desk. Bila masih berlangsung, laporkan sebagai kejadian baru");
        assertThat(ledger()).hasSize(2);
    }

    private static String incident(String data) {
        return "{\"kind\": \"INCIDENT\", \"tps\": \"%s\", \"observedAt\": \"%s\", \"data\": %s}"
                .formatted(MARGASANA_1, Instant.now(), data);
    }

    @Test
    void thePlaceWasGivenToSomebodyElse() {
        // With another one left, for who has none may not sign in.
        siti("36.04.05.2001");
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        withoutLine(page, MANY);
        staff.dismiss(idOf("siti"), MARGASANA);

        page.context().setOffline(false);
        waiting.says(MANY + " laporan tersimpan di HP, masuk lagi untuk mengirim");
        page.close();
        page = phones.signIn(page.context(), "siti");
        waiting = new Waiting(page);
        waiting.says(MANY + " laporan ditolak: perbaiki");
        assertThat(ledger()).isEmpty();
        assertThat(waiting.wholeQueue(MANY))
                .contains(
                        "Anda tidak (lagi) bertugas melapor untuk tempat ini", "hubungi kecamatan", MANY + " ditolak");
        page.click("button:has-text('Salin " + MANY + " laporan sebagai satu pesan')");
        assertThat(page.inputValue(".fa-outbox-summary textarea"))
                .as("all of them, to be passed on in one message")
                .contains(MARGASANA_1, MARGASANA_2, "Pemungutan 0\n", "Pemungutan " + (MANY - 1) + "\n");

        staff.enrol(List.of(Person.enrolled("siti", "Siti", List.of(MARGASANA))));
        page.click("button:has-text('Kirim lagi " + MANY + " laporan apa adanya')");
        waiting.says(MANY + " laporan tersimpan di HP, masuk lagi untuk mengirim");
        page.close();
        waiting = new Waiting(phones.signIn(page.context(), "siti"));
        waiting.says(MANY + " laporan terkirim");
        assertThat(ledger()).isEqualTo(of("siti", waiting.ids())).hasSize(MANY);
    }

    @Test
    void theAccountWasClosedAndSomebodyElseTookThePhone() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        withoutLine(page, MANY);
        staff.deactivate(idOf("siti"));
        page.context().setOffline(false);
        waiting.says(MANY + " laporan tersimpan di HP, masuk lagi untuk mengirim");
        assertThat(waiting.wholeQueue(MANY))
                .contains("Anda perlu masuk lagi", "Bila Anda tidak dapat masuk lagi, misalnya karena diganti");
        page.click("button:has-text('Salin " + MANY + " laporan sebagai satu pesan')");
        assertThat(page.inputValue(".fa-outbox-summary textarea")).contains("Pemungutan " + (MANY - 1) + "\n");

        // A tab that asks while somebody signs in would be given a token of its own, and the form's would be none.
        page.route("**/api/**", Route::abort);
        var next = phones.signIn(page.context(), "sari");
        page.unroute("**/api/**");
        waiting.goOn();
        waiting.says(MANY + " laporan tersimpan di HP, masuk lagi untuk mengirim");
        assertThat(ledger()).as("nothing goes out under the next one's name").isEmpty();
        var hers = new Waiting(next);
        var own = hers.hand(VotingDay.tps(MARGASANA_1, "10.00", "{\"voters\": {\"total\": 77}}"));
        hers.says("1 laporan terkirim");
        assertThat(ledger()).containsExactly("sari " + own);
        assertThat(hers.queue()).contains(MANY + " laporan milik Siti belum diterima desk", "hubungi help desk");
        page.close();
        next.close();

        siti("36.04.05.2002");
        var again = new Waiting(phones.signIn(page.context(), "siti"));
        again.says(MANY + " laporan terkirim");
        assertThat(ledger()).containsAll(of("siti", again.ids())).hasSize(MANY + 1);
    }
}
