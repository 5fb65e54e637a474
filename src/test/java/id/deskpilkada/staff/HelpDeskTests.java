package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.signin.Secrets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

@WholeApplication
class HelpDeskTests {

    @Autowired
    Installation installation;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    Person siti;
    Person udin;

    @BeforeEach
    void oneHelpDeskPerDistrict() {
        installation.empty();
        var people = new People(staff, secrets);
        siti = people.add("siti", "Siti Baros", "village-admin@36.04.05.2002");
        udin = people.add("udin", "Udin Lain", "village-admin@36.04.06.2001");
        people.add("bantu", "Bantu Kecamatan", "helpdesk@36.04.05");
    }

    @Test
    void aCodeFromThePageGivesANewPasswordOnce() {
        var helpdesk = new Browser(port).signIn("bantu", People.PASSWORD);
        assertThat(helpdesk.get("/bantuan-akun?q=SITI").body())
                .contains("Siti Baros")
                .doesNotContain("Udin");

        var page = helpdesk.submit("/bantuan-akun", "/bantuan-akun/kode", Map.of("id", Long.toString(siti.id())));
        var code = Pattern.compile("([A-Z0-9]{4} [A-Z0-9]{4})</strong>").matcher(page.body());
        assertThat(code.find()).as(page.body()).isTrue();
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT reset_code_hash FROM desk.staff_account WHERE staff_id = ?",
                                String.class,
                                siti.id()))
                .doesNotContain(code.group(1).replace(" ", ""));

        var stolen = new Browser(port).signIn("siti", People.PASSWORD);
        var person = new Browser(port);
        var chosen = Map.of("username", "siti", "code", code.group(1).toLowerCase(), "password", "kopi pagi hujan");
        assertThat(person.submit("/atur-ulang", "/atur-ulang", chosen).statusCode())
                .isEqualTo(302);
        person.signIn("siti", "kopi pagi hujan");
        assertThat(stolen.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(basic("siti", People.PASSWORD)).isEqualTo(401);

        var again = person.submit("/atur-ulang", "/atur-ulang", chosen);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("sudah tidak berlaku");
    }

    @Test
    void aPasswordKnownToBasicIsWorthNothingAfterAChange() {
        assertThat(basic("siti", People.PASSWORD)).isEqualTo(200);

        secrets.choose(siti.id(), "kopi pagi hujan");

        assertThat(basic("siti", People.PASSWORD)).isEqualTo(401);
        assertThat(basic("siti", "kopi pagi hujan")).isEqualTo(200);
    }

    @Test
    void aCodeIsKeptLikeAPassword() {
        code("bantu", siti);

        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT reset_code_hash FROM desk.staff_account WHERE staff_id = ?",
                                String.class,
                                siti.id()))
                .startsWith("$argon2id$");
    }

    @Test
    void theHelpDeskEndsSessions() {
        var lost = new Browser(port).signIn("siti", People.PASSWORD);
        var helpdesk = new Browser(port).signIn("bantu", People.PASSWORD);

        var answer =
                helpdesk.submit("/bantuan-akun", "/bantuan-akun/keluarkan", Map.of("id", Long.toString(siti.id())));

        assertThat(answer.body()).contains("Siti Baros sudah dikeluarkan");
        assertThat(lost.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(helpdesk.submit("/bantuan-akun", "/bantuan-akun/keluarkan", Map.of("id", Long.toString(udin.id())))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void weakPasswordsAreRefusedAndTheCodeStays() {
        var code = code("bantu", siti).path("code").asText();
        assertThat(code).matches("[ACDEFGHJKLMNPQRTUVWXY34679]{8}");
        var person = new Browser(port);

        assertThat(reset(person, code, "pendek")).contains("terlalu pendek");
        assertThat(reset(person, code, "siti12345")).contains("tidak boleh memuat nama pengguna");
        assertThat(person.submit(
                                "/atur-ulang",
                                "/atur-ulang",
                                Map.of("username", "siti", "code", code, "password", "cukup panjang"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void fiveWrongCodesMakeTheRightOneWorthless() {
        var code = code("bantu", siti).path("code").asText();
        var person = new Browser(port);
        for (int guess = 0; guess < 5; guess++) {
            reset(person, "SALAHSA" + guess, "cukup panjang");
        }

        assertThat(reset(person, code, "cukup panjang")).contains("sudah tidak berlaku");
    }

    @Test
    void anOldCodeIsWorthNothing() {
        var code = code("bantu", siti).path("code").asText();
        installation
                .asOwner()
                .update("UPDATE desk.staff_account SET reset_code_expires_at = now() - interval '1 second'");

        assertThat(reset(new Browser(port), code, "cukup panjang")).contains("sudah tidak berlaku");
    }

    @Test
    void peopleOfOtherAreasAreNotReached() {
        var bantu = http.withBasicAuth("bantu", People.PASSWORD);

        var found = bantu.getForObject("/api/staff", JsonNode.class);
        assertThat(found.path("items").findValuesAsText("username")).containsExactly("bantu", "siti");
        assertThat(found.path("total").asInt()).isEqualTo(2);
        for (var action : new String[] {"/unlock", "/reset-codes"}) {
            assertThat(bantu.postForEntity("/api/staff/" + udin.id() + action, null, JsonNode.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        var admin = staff.person("admin").orElseThrow().id();
        assertThat(bantu.postForEntity("/api/staff/" + admin + "/reset-codes", null, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(http.withBasicAuth("siti", People.PASSWORD)
                        .getForEntity("/api/staff", JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aHelpDeskOfTheRegencyGetsNoCodeForAnAdministrator() {
        new People(staff, secrets).add("pusat", "Bantu Pusat", "helpdesk@36.04");
        var admin = staff.person("admin").orElseThrow().id();

        var answer = http.withBasicAuth("pusat", People.PASSWORD)
                .postForEntity("/api/staff/" + admin + "/reset-codes", null, JsonNode.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBody().path("code").asText()).isEqualTo("ADMINISTRATORS_ONLY");
    }

    @Test
    void noHelpDeskBecomesTheDeskOrASupervisorByACode() {
        var people = new People(staff, secrets);
        people.add("pusat", "Bantu Pusat", "helpdesk@36.04");
        for (var role : new String[] {"desk", "supervisor"}) {
            var person = people.add("atas-" + role, "Atas", role + "@36.04");
            var path = "/api/staff/" + person.id() + "/reset-codes";

            var answer = http.withBasicAuth("pusat", People.PASSWORD).postForEntity(path, null, JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(http.withBasicAuth("admin", "rahasia-admin-uji")
                            .postForEntity(path, null, JsonNode.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.CREATED);
        }
    }

    @Test
    void theHelpDeskUnlocksAnAccount() {
        for (int guess = 0; guess < 10; guess++) {
            basic("siti", "salah" + guess);
        }
        assertThat(basic("siti", People.PASSWORD)).isEqualTo(423);
        var helpdesk = new Browser(port).signIn("bantu", People.PASSWORD);
        assertThat(helpdesk.get("/bantuan-akun").body()).contains("terkunci");

        helpdesk.submit("/bantuan-akun", "/bantuan-akun/buka", Map.of("id", Long.toString(siti.id())));

        assertThat(basic("siti", People.PASSWORD)).isEqualTo(200);
    }

    private JsonNode code(String helpdesk, Person person) {
        return http.withBasicAuth(helpdesk, People.PASSWORD)
                .postForObject("/api/staff/" + person.id() + "/reset-codes", null, JsonNode.class);
    }

    private static String reset(Browser person, String code, String password) {
        return person.submit(
                        "/atur-ulang", "/atur-ulang", Map.of("username", "siti", "code", code, "password", password))
                .body();
    }

    private int basic(String username, String password) {
        return http.withBasicAuth(username, password)
                .getForEntity("/api/me", JsonNode.class)
                .getStatusCode()
                .value();
    }
}
