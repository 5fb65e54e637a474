package id.deskpilkada.tierreport.page;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The calendar as the desk, a camat and a supervisor meet it, in every state that a report can be in. */
@WholeApplication
class TierCalendarTests {

    private static final String PAGE = "/desk/laporan";
    private static final Duration NOW = Duration.ofMinutes(5);

    @Autowired
    TierDay day;

    @Autowired
    TierStandings cases;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @BeforeEach
    void theDay() {
        day.begin();
    }

    private Html page(String username, String path) {
        var answer = day.as(port, username).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new Html(answer.text());
    }

    /** What the desk reads of the evening's report of a place. */
    private String evening(String code) {
        var source = page("desk", PAGE).source();
        int at = source.indexOf("id=\"s-" + code + "-1\"");
        return new Html(source.substring(source.indexOf('>', at) + 1, source.indexOf("</td>", at))).text();
    }

    private TierReport signing(String area) {
        var report = day.compiled(EVENING, area);
        cases.stand(EVENING, area, "SIGNING", NOW);
        return report;
    }

    @Test
    void whatIsNotSettledIsSaidInAWordAndASign() {
        cases.stand(EVENING, KRAMATWATU, "WAITING", Duration.ofMinutes(-10));
        assertThat(evening("36.04.05")).isEqualTo("· nanti");
        cases.stand(EVENING, KRAMATWATU, "WAITING", Duration.ofMinutes(1));
        assertThat(evening("36.04.05")).isEqualTo("… menunggu");
        cases.stand(EVENING, KRAMATWATU, "WAITING", NOW);
        assertThat(evening("36.04.05")).isEqualTo("! terlambat");
        signing(KRAMATWATU);
        assertThat(evening("36.04.05")).startsWith("✎ tunggu segel");
        cases.stand(EVENING, KRAMATWATU, "SIGNING", Duration.ofMinutes(16));
        assertThat(evening("36.04.05")).startsWith("! terlambat");
        cases.stand(EVENING, KRAMATWATU, "UNSIGNED", Duration.ofHours(3));
        assertThat(evening("36.04.05")).startsWith("✕ tanpa segel");
        cases.stand(EVENING, KRAMATWATU, "WITHDRAWN", NOW);
        assertThat(evening("36.04.05")).startsWith("– tidak ada");
        day.compiled(EVENING, REGENCY);
        cases.stand(EVENING, REGENCY, "CHECKING", NOW);
        assertThat(evening("36.04")).startsWith("◔ diperiksa");
        cases.stand(EVENING, REGENCY, "WAITING", Duration.ofMinutes(20));
        assertThat(evening("36.04")).as("the regency waits for its districts").startsWith("… menunggu");
    }

    @Test
    void whatIsSettledSaysByWhomWhenAndInWhichVersion() {
        var report = signing(KRAMATWATU);
        cases.sealed(report, "camat");
        cases.stand(EVENING, KRAMATWATU, "SETTLED", NOW);
        assertThat(evening("36.04.05")).startsWith("✓ disegel").doesNotContain("terlambat", "versi");
        cases.stand(EVENING, KRAMATWATU, "SETTLED", Duration.ofMinutes(40));
        assertThat(evening("36.04.05")).contains("✓ disegel", "terlambat");
        assertThat(page("desk", PAGE).links()).contains(PAGE + "/" + report.id());

        var second = signing(KRAMATWATU);
        assertThat(evening("36.04.05")).contains("✎ tunggu segel", "versi 2");
        cases.returned(second, "Jumlah TPS Margasana belum benar");
        assertThat(evening("36.04.05")).contains("↩ dikembalikan", "versi 2");

        cases.automatic(signing(BAROS));
        assertThat(evening("36.04.17")).startsWith("✓ masuk");
        cases.approved(day.compiled(EVENING, REGENCY), "sekda");
        cases.stand(EVENING, REGENCY, "SETTLED", NOW);
        assertThat(evening("36.04")).startsWith("✓ disetujui");
        assertThat(page("desk", PAGE).text()).contains("19.00").contains("1/2");
    }

    @Test
    void everybodySeesTheirOwnAndWhatWaitsForThem() {
        var report = signing(KRAMATWATU);
        signing(BAROS);
        var regency = day.compiled(EVENING, REGENCY);
        cases.stand(EVENING, REGENCY, "CHECKING", NOW);
        var camat = page("camat", PAGE);
        assertThat(camat.section("h-yours").links()).containsExactly(PAGE + "/" + report.id());
        assertThat(camat.section("h-yours").text()).contains("Segel laporan 19.00 Kramatwatu");
        assertThat(camat.source()).doesNotContain("b-36.04.17", "b-36.04\"");
        assertThat(page("desk", PAGE).section("h-yours").text()).contains("Periksa laporan 19.00 Kabupaten Serang");
        assertThat(page("sekda", PAGE).has("h-yours")).isFalse();
        cases.stand(EVENING, REGENCY, "SIGNING", NOW);
        assertThat(page("sekda", PAGE).section("h-yours").links()).containsExactly(PAGE + "/" + regency.id());
        var supervisor = page("pengawas", PAGE);
        assertThat(supervisor.has("h-yours")).isFalse();
        assertThat(supervisor.source()).contains("b-36.04\"", "b-36.04.05\"", "b-36.04.17\"");
        assertThat(page("kecamatan", PAGE).has("h-yours")).isFalse();
        assertThat(day.as(port, "siti").get(PAGE).status()).isEqualTo(403);
        assertThat(day.as(port, "bpbd").get(PAGE).status()).isEqualTo(403);
        assertThat(day.as(port, "camat").get(PAGE + "?region=36.04.17").status())
                .isEqualTo(403);
    }

    @Test
    void everyFilterStandsInTheAddress() {
        signing(KRAMATWATU);
        cases.automatic(day.compiled("10.00", KRAMATWATU));
        cases.stand("10.00", KRAMATWATU, "SETTLED", Duration.ofMinutes(30));
        cases.stand(EVENING, BAROS, "WAITING", Duration.ofMinutes(-10));
        assertThat(lines(PAGE)).containsExactly("36.04", "36.04.05", "36.04.17");
        assertThat(lines(PAGE + "?keadaan=ditandatangani")).containsExactly("36.04.05");
        assertThat(lines(PAGE + "?keadaan=perlu")).contains("36.04.05");
        assertThat(lines(PAGE + "?keadaan=masuk&slot=19.00")).isEmpty();
        assertThat(lines(PAGE + "?keadaan=masuk&slot=10.00")).containsExactly("36.04.05");
        assertThat(lines(PAGE + "?region=36.04.17")).containsExactly("36.04.17");
        assertThat(lines(PAGE + "?keadaan=apa&slot=lain")).as("an old bookmark").hasSize(3);
        assertThat(lines(PAGE + "?election=pilkada-uji&round=R1")).hasSize(3);
        assertThat(day.as(port, "desk").get(PAGE + "?election=lain").status()).isEqualTo(422);
        assertThat(page("desk", PAGE + "?keadaan=dikembalikan").text()).contains("Tidak ada laporan yang cocok");
        var part = page("desk", PAGE + "/kalender").source();
        assertThat(part).contains("id=\"kalender\"").doesNotContain("<html", "<nav class=\"wrap\"");
    }

    private List<String> lines(String path) {
        return java.util.regex.Pattern.compile("<tr id=\"b-([0-9.]+)\"")
                .matcher(page("desk", path).source())
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    @Test
    void beforeAnyRoundThePageSaysSo() {
        installation.empty();
        new People(staff, secrets).add("desk", "Dewi Desk", "desk@36.04");
        assertThat(page("desk", PAGE).text()).contains("Belum ada putaran yang dimulai");
    }
}
