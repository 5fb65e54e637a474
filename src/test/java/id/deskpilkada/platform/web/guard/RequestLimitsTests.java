package id.deskpilkada.platform.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.web.Network;
import id.deskpilkada.platform.web.RawHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCache;

@WholeApplication
class RequestLimitsTests {

    private static final String ADMIN = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("admin:rahasia-admin-uji".getBytes(StandardCharsets.UTF_8));
    private static final int PEOPLE_OF_A_DISTRICT = 1500;

    @Autowired
    Installation installation;

    @Autowired
    RequestRates rates;

    @Autowired
    Limits limits;

    @Autowired
    CacheManager caches;

    @LocalServerPort
    int port;

    @BeforeEach
    void fresh() {
        installation.empty();
    }

    @Test
    void aDistrictBehindOneAddressReportsAtOnceAndNobodyIsLockedOut() {
        for (int person = 0; person < PEOPLE_OF_A_DISTRICT; person++) {
            assertThat(rates.countAddress(Traffic.REPORTS, "203.0.113.7"))
                    .as("report " + person)
                    .isEmpty();
            assertThat(rates.countAddress(Traffic.PHOTOS, "203.0.113.7"))
                    .as("photo " + person)
                    .isEmpty();
            assertThat(rates.countAddress(Traffic.OTHER, "203.0.113.7"))
                    .as("page " + person)
                    .isEmpty();
        }
    }

    @Test
    void anAddressThatFloodsWaitsAndAnotherDoesNot() {
        int signIns = 0;
        while (rates.countAddress(Traffic.SIGN_IN, "203.0.113.8").isEmpty()) {
            signIns++;
        }
        assertThat(signIns).isBetween(500, 1000);
        assertThat(rates.countAddress(Traffic.SIGN_IN, "203.0.113.9")).isEmpty();
        assertThat(rates.countAddress(Traffic.REPORTS, "203.0.113.8")).isEmpty();
    }

    @Test
    void oneHouseholdHasOneNetworkOfIpv6() {
        assertThat(Network.of("2001:db8:1:2:aaaa::1")).isEqualTo(Network.of("2001:db8:1:2:ffff::9"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void anAccountThatAsksTooMuchIsToldHowLongToWait() {
        RawHttp.Answer answer;
        int asked = 0;
        do {
            answer = new RawHttp(port).send("GET /api/tally/BUPATI.csv HTTP/1.1", ADMIN);
            asked++;
        } while (answer.status() != 429 && asked < 200);

        assertThat(asked).isBetween(limits.account().get(Traffic.EXPORTS).burst(), 120);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("TOO_MANY_REQUESTS", "Tunggu 1 detik");
        assertThat(new RawHttp(port).send("GET /api/me HTTP/1.1", ADMIN).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsRememberedOfAddressesIsBounded() {
        for (int address = 0; address < 300_000; address++) {
            rates.countAddress(
                    Traffic.PUBLIC, "10." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
        }
        var cache = ((CaffeineCache) caches.getCache("request-rates")).getNativeCache();
        cache.cleanUp();
        assertThat(cache.estimatedSize()).isLessThanOrEqualTo(200_000);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /masuk, SIGN_IN",
        "POST, /masuk/demo, SIGN_IN",
        "POST, /api/sessions, SIGN_IN",
        "POST, /atur-ulang, SIGN_IN",
        "GET, /masuk, OTHER",
        "GET, /, PUBLIC",
        "GET, /public/tally/BUPATI.json, PUBLIC",
        "PUT, /api/field-reports/5, REPORTS",
        "POST, /lapangan/c1/BUPATI/3604052002001, REPORTS",
        "PUT, /api/photos/aa, PHOTOS",
        "GET, /api/photos/aa, PHOTOS",
        "POST, /api/c1/BUPATI/3604052002001/photos, PHOTOS",
        "POST, /lapangan/c1/BUPATI/3604052002001/foto, PHOTOS",
        "POST, /lapangan/kejadian, PHOTOS",
        "POST, /lapangan/kejadian/darurat, REPORTS",
        "GET, /api/tally/BUPATI.csv, EXPORTS",
        "GET, /api/imports/staff/template.xlsx, EXPORTS",
        "POST, /api/imports/staff, IMPORTS",
        "POST, /setup/imports/staff, IMPORTS",
        "GET, /desk.css, FILES",
        "GET, /camunda/app/tasklist/x.js, FILES",
        "GET, /camunda/api/engine/x, OTHER",
        "GET, /desk, OTHER"
    })
    void eachRequestIsCountedAsWhatItIs(String method, String path, Traffic kind) {
        assertThat(Traffic.of(method, path)).isEqualTo(kind);
    }
}
