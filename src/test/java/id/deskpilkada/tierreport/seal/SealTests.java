package id.deskpilkada.tierreport.seal;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.sealing.FormerKeyUse;
import id.deskpilkada.platform.sealing.OtherSecret;
import id.deskpilkada.staff.People;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.SealCheck.Finding;
import id.deskpilkada.tierreport.seal.Verdict.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report is sealed once, anybody can tell whether a copy is genuine, and nobody can alter what was sealed. */
@WholeApplication
class SealTests {

    @Autowired
    Installation installation;

    @Autowired
    TierDay day;

    @Autowired
    Seals seals;

    @Autowired
    SealCheck check;

    @Autowired
    SigningKeys keys;

    @Autowired
    TierReportRows rows;

    @Autowired
    TierStates states;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<FormerKeyUse> uses;

    @Value("${desk.data-dir}")
    Path dataDirectory;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin();
    }

    private static Approval approval(String remarks) {
        return new Approval(
                12,
                "Cici Camat",
                "Camat Kramatwatu",
                "Pembina (IV/a)",
                "197001011990031001",
                Capacity.PLT,
                null,
                remarks,
                "PASSWORD");
    }

    private Seal settle(TierReport report, Approval approval) {
        return transactions.write("test", () -> seals.settle(report, approval));
    }

    private Seal sealOf(TierReport report) {
        return transactions.read("test", () -> seals.of(report.id())).orElseThrow();
    }

    private TierState state(TierReport report) {
        return transactions.read("test", () -> states.of(report.id()));
    }

    @Test
    void aSealRecordsWhoApprovedWhatAndAnybodyCanCheckItWithThePublicKey() {
        var report = day.compiled(EVENING, KRAMATWATU);
        settle(report, approval("Aman terkendali"));

        var seal = sealOf(report);
        assertThat(seal.said())
                .extracting(
                        Statement::digest,
                        Statement::signer,
                        Statement::capacity,
                        Statement::remarks,
                        Statement::region)
                .containsExactly(report.digest(), "Cici Camat", "PLT", "Aman terkendali", "36.04.05");
        var key = keys.find(seal.keyId()).orElseThrow();
        assertThat(SealCheck.check(day.snapshot(report), seal.statement(), seal.signature(), key.publicKey()))
                .isEqualTo(Finding.SOUND);
        assertThat(state(report)).isEqualTo(TierState.SEALED);
        assertThat(transactions.<String>read("test", () -> states.remarks(report.id())))
                .isEqualTo("Aman terkendali");
        assertThat(check.check(report.code(), report.digest().substring(0, 16)).answer())
                .isEqualTo(Answer.GENUINE);
    }

    @Test
    void aVersionIsSealedOnce() {
        var report = day.compiled(EVENING, KRAMATWATU);
        settle(report, approval(null));
        assertThatThrownBy(() -> settle(report, approval(null)))
                .isInstanceOfSatisfying(
                        Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("TIER_REPORT_SEALED"));
    }

    @Test
    void theRegencySaysInWhichStateItsDistrictsWere() {
        settle(day.compiled(EVENING, KRAMATWATU), approval("Satu TPS kebanjiran"));
        settle(day.compiled(EVENING, TierDay.BAROS), null);

        assertThat(day.frozen(day.compiled(EVENING, REGENCY)).districts())
                .extracting(Snapshot.District::state)
                .containsExactly("SEALED", "AUTOMATIC");
        assertThat(day.frozen(day.compiled(EVENING, REGENCY)).districts().get(0).remarks())
                .isEqualTo("Satu TPS kebanjiran");
    }

    @Test
    void aCopyIsGenuineAlteredSupersededOrUnknown() {
        var first = day.compiled(EVENING, KRAMATWATU);
        assertThat(check.check(first.code(), null).answer()).isEqualTo(Answer.UNKNOWN);
        settle(first, null);
        assertThat(check.check(first.code().toLowerCase().replace("-", " "), null)
                        .answer())
                .isEqualTo(Answer.GENUINE);
        assertThat(check.check(first.code(), "0".repeat(16)).answer()).isEqualTo(Answer.ALTERED);
        assertThat(check.check(first.code(), first.digest().substring(0, 8)).answer())
                .isEqualTo(Answer.ALTERED);
        assertThat(check.check("0000-0000-0000-0000", null).answer()).isEqualTo(Answer.UNKNOWN);

        var second = day.compiled(EVENING, KRAMATWATU);
        assertThat(check.check(first.code(), null).answer()).isEqualTo(Answer.GENUINE);
        settle(second, approval(null));
        var verdict = check.check(first.code(), first.digest());
        assertThat(verdict.answer()).isEqualTo(Answer.SUPERSEDED);
        assertThat(verdict.newest()).isEqualTo(second.code());

        transactions.write("test", () -> rows.step(second.id(), "RETURNED", "Hitung ulang", 12L));
        assertThat(check.check(second.code(), null).answer()).isEqualTo(Answer.SUPERSEDED);
        assertThat(check.check(first.code(), null).answer()).isEqualTo(Answer.GENUINE);
    }

    @Test
    void whatWasAlteredInTheDatabaseIsNotGenuine() {
        var report = day.compiled(EVENING, KRAMATWATU);
        settle(report, approval(null));
        var owner = installation.asOwner();
        owner.execute("ALTER TABLE desk.tier_seal DISABLE TRIGGER stays_as_it_is");
        try {
            owner.update("UPDATE desk.tier_seal SET statement = replace(statement, 'Cici', 'Lain')");
        } finally {
            owner.execute("ALTER TABLE desk.tier_seal ENABLE TRIGGER stays_as_it_is");
        }
        assertThat(check.check(report.code(), report.digest()).answer()).isEqualTo(Answer.ALTERED);
    }

    @Test
    void aForeignEnvelopeIsJudgedByItsTextsAndItsKey() {
        var report = day.compiled(EVENING, KRAMATWATU);
        settle(report, approval(null));
        var seal = sealOf(report);
        var snapshot = day.snapshot(report);
        var key = keys.find(seal.keyId()).orElseThrow().publicKey();
        var other = Ed25519.pair();

        assertThat(SealCheck.check(
                        snapshot.replace("\"stations\":3", "\"stations\":4"), seal.statement(), seal.signature(), key))
                .isEqualTo(Finding.SNAPSHOT_WRONG);
        assertThat(SealCheck.check(snapshot, seal.statement().replace("PLT", "PLH"), seal.signature(), key))
                .isEqualTo(Finding.SIGNATURE_WRONG);
        assertThat(SealCheck.check(
                        snapshot,
                        seal.statement(),
                        seal.signature(),
                        other.getPublic().getEncoded()))
                .isEqualTo(Finding.SIGNATURE_WRONG);
        assertThat(SealCheck.check(snapshot, seal.statement(), new byte[3], new byte[] {1, 2}))
                .isEqualTo(Finding.SIGNATURE_WRONG);
        for (var text : List.of("null", "{}", "[]", "kosong")) {
            var signed = Ed25519.signed(other.getPrivate().getEncoded(), text.getBytes(StandardCharsets.UTF_8));
            assertThat(SealCheck.check(snapshot, text, signed, other.getPublic().getEncoded()))
                    .isIn(Finding.UNREADABLE, Finding.SNAPSHOT_WRONG);
        }
    }

    @Test
    void afterAChangeOfKeyTheFormerSealsStayGenuine() {
        var report = day.compiled(EVENING, KRAMATWATU);
        var former = settle(report, approval(null)).keyId();
        var forbidden = day.as(port, "desk").post("/api/seal-keys", "");
        assertThat(forbidden.status()).isEqualTo(403);
        var admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        assertThat(admin.post("/api/seal-keys", "").status()).isEqualTo(201);

        assertThat(settle(day.compiled(EVENING, TierDay.BAROS), null).keyId()).isNotEqualTo(former);
        assertThat(check.check(report.code(), null).answer()).isEqualTo(Answer.GENUINE);
        var listed = admin.get("/public/seal-keys.json").body();
        assertThat(listed.path("keys").findValuesAsText("keyId"))
                .hasSize(2)
                .last()
                .isEqualTo(former);
        assertThat(listed.path("keys").get(1).has("retiredAt")).isTrue();
        assertThat(listed.toString()).doesNotContain("private");
    }

    @Test
    void thePrivateHalfLiesSealedAndItsSecretIsNotForgottenBeforeItIsSealedAnew() throws Exception {
        var key = keys.current();
        var stored = installation.asOwner().queryForObject("SELECT private_sealed FROM desk.signing_key", byte[].class);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("MC4CAQAwBQYDK2Vw");

        var changed = OtherSecret.values(dataDirectory, jdbc, uses);
        assertThat(transactions.<Boolean>write("test", changed::forgetFormerKeys))
                .isFalse();
        assertThat(known()).contains(former());
        assertThat(keys.sealAnew(changed)).isOne();
        assertThat(transactions.<Boolean>write("test", changed::forgetFormerKeys))
                .isTrue();
        assertThat(known()).containsExactly(changed.newestKey());
        assertThat(keys.current()).isEqualTo(key);
    }

    private String former() {
        return installation.asOwner().queryForObject("SELECT sealed_with FROM desk.signing_key", String.class);
    }

    private List<String> known() {
        return installation.asOwner().queryForList("SELECT key_id FROM desk.sealing_key", String.class);
    }

    @Test
    void theDatabaseLetsNobodyAlterWhatWasFrozenAndSealed() {
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 12, 9);
        settle(day.compiled(EVENING, KRAMATWATU), approval(null));
        day.compiled(EVENING, REGENCY);

        for (var statement : List.of(
                "UPDATE desk.tier_report SET slot = '06.00'",
                "DELETE FROM desk.tier_report_step",
                "DELETE FROM desk.tier_report_source",
                "UPDATE desk.tier_report_source SET version = 9",
                "UPDATE desk.tier_report_part SET part_id = 9",
                "UPDATE desk.tier_seal SET signer_id = 1",
                "DELETE FROM desk.tier_seal",
                "TRUNCATE desk.tier_seal",
                "TRUNCATE desk.tier_attachment",
                "TRUNCATE desk.tier_report CASCADE",
                "UPDATE desk.signing_key SET public_key = ''",
                "DELETE FROM desk.signing_key")) {
            assertThatThrownBy(() -> installation.asOwner().execute(statement))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("is never changed");
            assertThatThrownBy(() -> transactions.write("test", () -> {
                        jdbc.sql(statement.replace("desk.", "")).update();
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining(
                            statement.startsWith("UPDATE desk.signing_key") ? "never changed" : "permission denied");
        }
    }

    @Test
    void nobodySignedInIsNeededToAskAndNoFigureIsTold() {
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 123, 90);
        var report = day.compiled(EVENING, KRAMATWATU);
        settle(report, approval("Rahasia desk"));
        var answer = new DeskClient(port, "tidak-ada", People.PASSWORD)
                .get("/public/tier-reports/" + report.code() + "?digest=" + report.digest());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("answer").asText()).isEqualTo("GENUINE");
        assertThat(answer.body().path("position").asText()).startsWith("Camat");
        assertThat(answer.text()).doesNotContain("races", "Rahasia", "19700101", "Cici");
    }
}
