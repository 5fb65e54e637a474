package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.OTHER_VILLAGE;
import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.chain.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WholeApplication
class LedgerCheckTests {

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Sealer sealer;

    @Autowired
    Installation installation;

    @Autowired
    JdbcTemplate jdbc;

    final List<UUID> ids = new ArrayList<>();

    @BeforeEach
    void fiveReportsOfOneDistrict() {
        ledger.setUp();
        for (int voters = 0; voters < 5; voters++) {
            ids.add(report(voters % 2 == 0 ? TPS : OTHER_VILLAGE, voters));
        }
        ledger.asOwner("INSERT INTO desk.ledger_seal (through_seq) SELECT min(seq) - 1 FROM desk.field_report");
    }

    @Test
    void whatIsStoredIsLinkedAndUntouched() {
        assertThat(check().path("unsealed").asInt()).isEqualTo(5);
        sealer.seal();

        var check = check();
        assertThat(check.path("ok").asBoolean()).isTrue();
        assertThat(check.path("checked").asInt()).isEqualTo(5);
        assertThat(check.path("unsealed").asInt()).isZero();
        assertThat(check.path("differences").size()).isZero();
        assertThat(installation
                        .asOwner()
                        .queryForList("SELECT report_id FROM ledger_link ORDER BY position", UUID.class))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void sealingGoesOnWhereItStopped() throws Exception {
        sealer.seal();
        ids.add(report(TPS, 5));
        ids.add(report(TPS, 6));
        var colleague = CompletableFuture.runAsync(sealer::seal);
        sealer.seal();
        colleague.get();
        sealer.seal();

        assertThat(check().path("ok").asBoolean()).isTrue();
        assertThat(check().path("checked").asInt()).isEqualTo(7);
        assertThat(installation.asOwner().queryForObject("SELECT through_seq FROM ledger_seal", Long.class))
                .isEqualTo(installation.asOwner().queryForObject("SELECT max(seq) FROM field_report", Long.class));
        assertThat(installation
                        .asOwner()
                        .queryForObject("SELECT length FROM ledger_head WHERE district_area = '360405'", Integer.class))
                .isEqualTo(7);
    }

    @Test
    void aGapInTheNumbersIsNotPassedWhileSomethingMayStillArriveInIt() {
        ledger.put("kecamatan", ids.get(0), voting(TPS, "{\"voters\":0}"));
        report(TPS, 9);
        sealer.seal();
        long beforeGap = installation
                .asOwner()
                .queryForObject("SELECT seq FROM field_report WHERE id = ?", Long.class, ids.get(4));
        assertThat(installation.asOwner().queryForObject("SELECT through_seq FROM ledger_seal", Long.class))
                .isLessThanOrEqualTo(beforeGap);
        assertThat(check().path("unsealed").asInt()).isZero();

        ledger.asOwner("UPDATE desk.field_report SET received_at = received_at - interval '1 minute'");
        sealer.seal();
        assertThat(installation.asOwner().queryForObject("SELECT through_seq FROM ledger_seal", Long.class))
                .isGreaterThan(beforeGap);
        assertThat(check().path("unsealed").asInt()).isZero();
    }

    @Test
    void anAlteredPayloadIsReported() {
        sealer.seal();
        ledger.asOwner(
                "UPDATE desk.field_report SET payload = replace(payload, '\"voters\":2', '\"voters\":200') WHERE id = '"
                        + ids.get(2) + "'");
        assertDifference("CONTENT_CHANGED", ids.get(2).toString());
    }

    @Test
    void anAlteredReporterIsReported() {
        sealer.seal();
        ledger.asOwner("UPDATE desk.field_report SET reporter_id = 1 WHERE id = '" + ids.get(1) + "'");
        assertDifference("CONTENT_CHANGED", ids.get(1).toString());
    }

    @Test
    void anAlteredDigestIsReported() {
        sealer.seal();
        ledger.asOwner(
                "UPDATE desk.field_report SET payload = NULL, salt = NULL, content_digest = sha256('x') WHERE id = '"
                        + ids.get(1) + "'");
        assertThat(check().path("differences").findValuesAsText("kind"))
                .containsExactly("LINK_BROKEN", "CONTENT_MISSING");
    }

    @Test
    void anAlteredLinkIsReported() {
        sealer.seal();
        ledger.asOwner("UPDATE desk.ledger_link SET hash = sha256('x') WHERE report_id = '" + ids.get(3) + "'");
        var kinds = check().path("differences").findValuesAsText("kind");
        assertThat(kinds).containsExactly("LINK_BROKEN", "LINK_BROKEN");
    }

    @Test
    void aRemovedReportIsReported() {
        sealer.seal();
        ledger.asOwner("DELETE FROM desk.ledger_link WHERE report_id = '" + ids.get(2) + "'");
        ledger.asOwner("DELETE FROM desk.field_report WHERE id = '" + ids.get(2) + "'");
        assertDifference("LINK_MISSING", "360405");
    }

    @Test
    void aRemovedEndIsReported() {
        sealer.seal();
        ledger.asOwner("DELETE FROM desk.ledger_link WHERE report_id = '" + ids.get(4) + "'");
        ledger.asOwner("DELETE FROM desk.field_report WHERE id = '" + ids.get(4) + "'");
        assertDifference("HEAD_DIFFERS", "360405");
    }

    @Test
    void aContentThatIsGoneWithoutATombstoneIsReported() {
        sealer.seal();
        ledger.asOwner("UPDATE desk.field_report SET payload = NULL, salt = NULL WHERE id = '" + ids.get(2) + "'");
        assertDifference("CONTENT_MISSING", ids.get(2).toString());
    }

    @Test
    void anAlteredPhotoIsReported() {
        var photo = PhotoFiles.png(30, 20);
        var sha256 = LedgerFixture.sha256(photo);
        assertThat(ledger.send("petugas", "PUT", "/api/photos/" + sha256, "image/png", photo)
                        .status())
                .isEqualTo(201);
        sealer.seal();
        assertThat(check().path("checked").asInt()).isEqualTo(6);
        ledger.asOwner("UPDATE desk.photo SET original = original || 'x'::bytea");
        assertDifference("PHOTO_CHANGED", sha256);
    }

    @Test
    void theApplicationItselfCannotAlterWhatWasReported() {
        for (var statement : List.of(
                "UPDATE field_report SET payload = '{}'",
                "UPDATE field_report SET reporter_id = 1",
                "DELETE FROM field_report",
                "UPDATE ledger_link SET hash = ''",
                "DELETE FROM ledger_link",
                "DELETE FROM photo",
                "UPDATE photo SET original = ''")) {
            assertThatThrownBy(() -> jdbc.update(statement)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void onlyThoseWhoWatchOverTheDeskMayCheck() {
        assertThat(ledger.get("petugas", "/api/checks/ledger").status()).isEqualTo(403);
        assertThat(ledger.get("admin", "/api/checks/ledger").status()).isEqualTo(200);
    }

    private void assertDifference(String kind, String id) {
        var check = check();
        assertThat(check.path("ok").asBoolean()).isFalse();
        assertThat(check.path("differences").findValuesAsText("kind")).containsExactly(kind);
        assertThat(check.path("differences").findValuesAsText("id")).containsExactly(id);
        assertThat(check.path("differences").get(0).path("message").asText()).doesNotStartWith("ledger.");
    }

    private JsonNode check() {
        return ledger.get("meja", "/api/checks/ledger").json();
    }

    private UUID report(String tps, int voters) {
        var id = UUID.randomUUID();
        assertThat(ledger.put("kecamatan", id, voting(tps, "{\"voters\":%d}".formatted(voters)))
                        .status())
                .isEqualTo(201);
        return id;
    }
}
