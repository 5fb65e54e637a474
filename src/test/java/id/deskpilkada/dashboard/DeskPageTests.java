package id.deskpilkada.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.staff.Staff;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class DeskPageTests {

    private static final String REPORTS = "<h2 id=\"h-reports\"";

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Elections elections;

    @Autowired
    ObjectProvider<RoundPreparation> preparations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestRestTemplate http;

    private SmallRegency regency;

    @BeforeEach
    void aRunningRound() {
        regency = new SmallRegency(installation, staff).create();
        preparations.forEach(one -> one.prepare(elections.round(regency.round())));
    }

    @Test
    void coverageStandsBeforeTheSharesAndTheDisclaimerOnThePage() {
        tell(SmallRegency.TPS.get(0), 1234, 766);

        var page = admin("/desk/suara").getBody();

        assertThat(page).contains("Data cepat, bukan hasil resmi. Acuan tetap hasil KPU.");
        assertThat(page).contains("dari 6 TPS (16,7\u00A0%)");
        assertThat(page).contains("1.234").contains("61,7\u00A0%");
        assertThat(page.indexOf("dari 6 TPS")).isLessThan(page.indexOf("61,7"));
        assertThat(page).contains("Kolom kosong");
    }

    @Test
    void noShareIsShownBelowFivePercentCoverage() {
        for (int number = 10; number < 50; number++) {
            regency.station("36040620010" + number);
        }
        tell(SmallRegency.TPS.get(0), 100, 50);

        var page = admin("/desk/suara").getBody();

        assertThat(page).contains("Belum cukup data").doesNotContain("66,7");
    }

    @Test
    void thePageCanBeReadInEnglish() {
        var page = admin("/desk/suara?lang=en").getBody();

        assertThat(page).contains("Quick data, not the official result").contains("lang=\"en\"");
    }

    @Test
    void aMapOfLinksLeadsDownToTheTps() {
        assertThat(admin("/desk/suara").getBody()).contains("region=36.04.05");
        assertThat(admin("/desk/suara?region=36.04.05").getBody()).contains("Sindangmandi");
        assertThat(admin("/desk/suara?region=36.04.05.2002").getBody()).contains("TPS 003");
    }

    @Test
    void whoStillOwesAFormIsListedWithANumberToCall() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);

        assertThat(admin("/desk/suara?region=36.04.05.2002").getBody()).contains("href=\"tel:+6281200001111\"");
    }

    @Test
    void whatIsDueStandsBySlotAndBelowTheVotesOnceTheyAreCounted() {
        var reports = new Html(admin("/desk/suara").getBody()).section("h-reports");
        assertThat(reports.rows())
                .filteredOn(row -> row.startsWith("C1"))
                .singleElement(STRING)
                .startsWith("C1 Bupati batas 27 Nov 21.00 WIB 6 0 0 6 6 lewat batas 0");
        assertThat(admin("/desk/suara").getBody())
                .containsSubsequence("h-reports", "h-votes")
                .containsOnlyOnce(REPORTS);

        installation.asOwner().update("UPDATE desk.round SET phase = 'COUNTING'");
        transaction.executeWithoutResult(status -> events.publishEvent(new ElectionDataChanged(0)));

        assertThat(admin("/desk/suara").getBody())
                .containsSubsequence("h-votes", "h-reports")
                .containsOnlyOnce(REPORTS);
    }

    @Test
    void theChangingPartIsServedAlone() {
        var part = admin("/desk/suara/angka").getBody();

        assertThat(part).contains("dari 6 TPS").doesNotContain("<html").doesNotContain("Langsung ke isi");
    }

    @Test
    void someoneElsesAreaIsRefusedWithAPage() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);

        var refused = page("siti", "/desk/suara?region=36.04.06");

        assertThat(refused.getStatusCode().value()).isEqualTo(403);
        assertThat(refused.getHeaders().getContentType().isCompatibleWith(MediaType.TEXT_HTML))
                .isTrue();
        assertThat(refused.getBody()).contains("di luar wilayah tugas Anda").contains("OUTSIDE_SCOPE");
        assertThat(page("siti", "/desk/suara").getBody()).contains("Sindangmandi");
    }

    @Test
    void rolesWithoutADashboardAreRefused() {
        regency.person("damkar", "agency-damkar", "36.04");

        assertThat(page("damkar", "/desk/suara").getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void withoutARoundThePageSaysSo() {
        installation.empty();

        assertThat(admin("/desk/suara").getBody()).contains("Belum ada putaran pemilihan yang dimulai");
    }

    @Test
    void thePublicPageShowsNoVotesAndThePublicSnapshotIsNotThere() {
        tell(SmallRegency.TPS.get(0), 1234, 766);

        var page = http.getForEntity("/", String.class);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("Data cepat, bukan hasil resmi").contains("/masuk");
        assertThat(page.getBody()).doesNotContain("1.234").doesNotContain("Paslon");
        assertThat(http.getForEntity("/public/tally/BUPATI.json", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void pagesCarryNoInlineScriptOrStyle() {
        assertThat(admin("/desk/suara").getBody())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("<style");
    }

    private void tell(String tps, int one, int two) {
        var figures = new C1Figures(one + two, 3, 3000, one + two + 3, new TreeMap<>(Map.of(1, one, 2, two)));
        transaction.executeWithoutResult(status -> events.publishEvent(new C1FormChanged(
                regency.round(),
                regency.race(),
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                true,
                false,
                false,
                figures,
                null)));
    }

    private ResponseEntity<String> admin(String address) {
        return page("admin", address);
    }

    private ResponseEntity<String> page(String username, String address) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(username, SmallRegency.PASSWORD);
        headers.set(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en-US,en;q=0.9");
        return http.exchange(address, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
