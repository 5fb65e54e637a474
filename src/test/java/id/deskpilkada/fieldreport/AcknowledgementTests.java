package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.OTHER_DISTRICT;
import static id.deskpilkada.fieldreport.LedgerFixture.SECOND_TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class AcknowledgementTests {

    static final String REPORT = voting(TPS, "{\"voters\":120,\"photos\":[]}");

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Installation installation;

    final UUID id = UUID.randomUUID();

    @BeforeEach
    void setUp() {
        ledger.setUp();
    }

    @Test
    void theFirstTimeIsCreatedAndEveryRepetitionGetsTheSameReceipt() {
        var first = ledger.put("petugas", id, REPORT);
        var again = ledger.put("petugas", id, REPORT);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.json().path("id").asText()).isEqualTo(id.toString());
        assertThat(first.json().path("state").asText()).isEqualTo("STORED");
        assertThat(first.json().path("receipt").asText()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(first.json().has("created")).isFalse();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theSameContentInAnotherOrderAndSpacingIsTheSameReport() {
        var first = ledger.put("petugas", id, REPORT);
        var packedAnew = ledger.put(
                "petugas",
                id,
                "{ \"slot\" : \"10.00\",\n \"data\" : { \"photos\":[ ], \"voters\" : 120 }, \"observedAt\":\"2024-11-27T10:02:03.5+07:00\","
                        + "\"tps\":\"" + TPS + "\", \"kind\":\"VOT\\u0049NG\" }");

        assertThat(packedAnew.status()).isEqualTo(200);
        assertThat(packedAnew.json()).isEqualTo(first.json());
        assertThat(installation.asOwner().queryForObject("SELECT payload FROM field_report", String.class))
                .isEqualTo(REPORT);
    }

    @Test
    void otherContentUnderTheSameIdIsAConflict() {
        ledger.put("petugas", id, REPORT);
        var other = ledger.put("petugas", id, voting(TPS, "{\"voters\":121,\"photos\":[]}"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("REPORT_CONFLICT");
        assertThat(ledger.put("admindesa", id, REPORT).status()).isEqualTo(409);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void manyAtOnceStoreItOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var calls = new ArrayList<Callable<LedgerFixture.Answer>>();
        for (int call = 0; call < 24; call++) {
            calls.add(() -> ledger.put("petugas", id, REPORT));
        }
        var answers = new ArrayList<LedgerFixture.Answer>();
        for (var answer : pool.invokeAll(calls)) {
            answers.add(answer.get());
        }
        pool.shutdown();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(23);
        assertThat(answers.stream().map(answer -> answer.json().path("receipt").asText()))
                .containsOnly(answers.get(0).json().path("receipt").asText());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aRepetitionIsAnsweredAlsoWhenTheRoundIsNoLongerOpen() {
        var first = ledger.put("petugas", id, REPORT);
        installation.asOwner().update("UPDATE round SET phase = 'PREPARED'");
        installation
                .asOwner()
                .update(
                        "DELETE FROM staff_role WHERE staff_id = (SELECT id FROM staff_member WHERE username = 'petugas')");
        ledger.forgetLookUps();

        var again = ledger.put("petugas", id, REPORT);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("receipt")).isEqualTo(first.json().path("receipt"));
        assertThat(ledger.put("petugas", UUID.randomUUID(), REPORT).status()).isIn(403, 422);
    }

    @Test
    void onlyThoseOnDutyThereMayReport() {
        assertThat(ledger.put("admindesa", UUID.randomUUID(), REPORT).status()).isEqualTo(201);
        assertThat(ledger.put("kecamatan", UUID.randomUUID(), REPORT).status()).isEqualTo(201);
        for (var stranger : new String[] {"desalain", "verifikator"}) {
            var answer = ledger.put(stranger, id, REPORT);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("NOT_YOUR_TPS");
        }
        assertThat(ledger.put("petugas", id, voting(SECOND_TPS, "{}")).status()).isEqualTo(403);
        assertThat(ledger.put("kecamatan", id, voting(OTHER_DISTRICT, "{}")).status())
                .isEqualTo(403);
    }

    @Test
    void withoutSignInNothingIsTaken() {
        assertThat(ledger.put("siapa", id, REPORT).status()).isEqualTo(401);
        assertThat(rows()).isZero();
    }

    @Test
    void aReportIsShownToItsSenderWholeAndToOthersOfTheAreaWithoutItsContent() {
        ledger.put("petugas", id, REPORT);

        var own = ledger.get("petugas", "/api/field-reports/" + id);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("data").path("voters").asInt()).isEqualTo(120);
        assertThat(own.json().path("election").asText()).isEqualTo("p24");
        assertThat(own.json().path("reasons").isArray()).isTrue();
        var verifier = ledger.get("verifikator", "/api/field-reports/" + id);
        assertThat(verifier.status()).isEqualTo(200);
        assertThat(verifier.json().has("data")).isFalse();
        assertThat(verifier.json().path("state").asText()).isEqualTo("STORED");
        assertThat(ledger.get("desalain", "/api/field-reports/" + id).status()).isEqualTo(403);
        assertThat(ledger.get("petugas", "/api/field-reports/" + UUID.randomUUID())
                        .code())
                .isEqualTo("REPORT_NOT_FOUND");
    }

    @Test
    void onesOwnReportsAreShownTogetherAndOthersAreAbsent() {
        var typed = UUID.randomUUID();
        ledger.put("petugas", id, REPORT);
        ledger.put("admindesa", typed, voting(TPS, "{\"voters\":1,\"photos\":[]}"));
        var asked = "/api/field-reports?ids=" + id + "," + typed + "," + UUID.randomUUID();

        var own = ledger.get("petugas", asked);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("reports")).hasSize(1);
        var report = own.json().at("/reports/0");
        assertThat(report.path("id").asText()).isEqualTo(id.toString());
        assertThat(report.path("state").asText()).isEqualTo("STORED");
        assertThat(report.path("receivedAt").asText()).isNotEmpty();
        assertThat(report.path("reasons").isArray()).isTrue();
        assertThat(ledger.get("meja", asked).json().path("reports")).isEmpty();
        assertThat(ledger.get("petugas", "/api/field-reports?ids=satu").code()).isEqualTo("MALFORMED");
        assertThat(ledger.get("petugas", "/api/field-reports?ids=" + (id + ",").repeat(101))
                        .errors())
                .singleElement()
                .asString()
                .contains("TOO_MANY_REPORTS_ASKED");
    }

    @Test
    void aReportNeverGoesOutUnderTheNextPersonsSession() {
        var answer = ledger.put("petugas", id, REPORT, "X-Desk-Person", "1");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("OTHER_PERSON");
        assertThat(rows()).isZero();

        var owner = Long.toString(ledger.actor("petugas").id());
        assertThat(ledger.put("petugas", id, REPORT, "X-Desk-Person", owner).status())
                .isEqualTo(201);
    }

    @Test
    void whoSendsTooMuchIsAskedToWait() {
        var refused = 0;
        for (int sent = 0; sent < 2000 && refused == 0; sent++) {
            var answer = ledger.send(
                    "desalain",
                    "PUT",
                    "/api/field-reports/" + id,
                    "application/json",
                    "{".getBytes(StandardCharsets.UTF_8));
            if (answer.status() == 429) {
                refused++;
                assertThat(answer.code()).isEqualTo("TOO_MANY_REPORTS");
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(ledger.put("petugas", id, REPORT).status()).isEqualTo(201);
    }

    private int rows() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM field_report", Integer.class);
    }
}
