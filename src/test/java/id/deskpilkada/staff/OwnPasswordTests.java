package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.signin.Secrets;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class OwnPasswordTests {

    private static final String NEW = "mangga batu sepeda";

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @BeforeEach
    void one() {
        installation.empty();
        new People(staff, secrets).add("siti", "Siti Baros", "village-admin@36.04.05.2002");
    }

    @Test
    void thePasswordIsChangedWithTheOneThatCounts() {
        var browser = signedIn();
        var stolen = signedIn();
        var before = browser.cookie("DESK-SESSION").orElseThrow().getValue();

        assertThat(change(browser, People.PASSWORD, NEW).statusCode()).isEqualTo(302);

        assertThat(browser.get("/kata-sandi?selesai").body()).contains("sudah diganti");
        assertThat(browser.cookie("DESK-SESSION").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(stolen.get("/api/me").statusCode()).isEqualTo(401);
        new Browser(port).signIn("siti", NEW);
        assertThat(change(browser, People.PASSWORD, NEW).body()).contains("salah");
    }

    @Test
    void withoutTheRightPasswordNothingChanges() {
        var browser = signedIn();

        assertThat(change(browser, "salah-sama-sekali", NEW).statusCode()).isEqualTo(401);
        assertThat(change(browser, "", NEW).statusCode()).isEqualTo(401);

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        signedIn();
    }

    @Test
    void guessingAtThePasswordLocksHereToo() {
        var browser = signedIn();
        for (int guess = 0; guess < 10; guess++) {
            change(browser, "salah" + guess, NEW);
        }

        assertThat(change(browser, People.PASSWORD, NEW).statusCode()).isEqualTo(423);
    }

    @Test
    void thePasswordCountsToItsLastCharacter() {
        var longOne = "kapal di teluk banten sebelum subuh tiba dan nelayan pulang membawa ikan ke pasar lama";
        change(signedIn(), People.PASSWORD, longOne);

        new Browser(port).signIn("siti", longOne);
        for (var other :
                new String[] {longOne.substring(0, longOne.length() - 1), longOne.toUpperCase(), longOne + " "}) {
            assertThat(new Browser(port)
                            .submit("/masuk", "/masuk", Map.of("username", "siti", "password", other))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aWeakOneIsRefusedInWords() {
        var answer = change(signedIn(), People.PASSWORD, "pilkada2026");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("pertama ditebak");
    }

    @Test
    void thePageIsForThoseWhoAreSignedIn() {
        assertThat(new Browser(port).get("/kata-sandi").statusCode()).isEqualTo(302);
        assertThat(signedIn().get("/sesi").body()).contains("href=\"/kata-sandi\"");
    }

    private Browser signedIn() {
        return new Browser(port).signIn("siti", People.PASSWORD);
    }

    private static HttpResponse<String> change(Browser browser, String current, String chosen) {
        return browser.submit("/kata-sandi", "/kata-sandi", Map.of("current", current, "password", chosen));
    }
}
