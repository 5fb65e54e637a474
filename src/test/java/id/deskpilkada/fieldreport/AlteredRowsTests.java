package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.OTHER_DISTRICT;
import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.audit.Anchors;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.chain.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever owns the database can change every row. Each way of doing so must show in the check. */
@WholeApplication
class AlteredRowsTests {

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Sealer sealer;

    @Autowired
    Audit audit;

    @Autowired
    Anchors anchors;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    final List<UUID> reports = new ArrayList<>();
    final List<UUID> elsewhere = new ArrayList<>();
    final List<String> photos = new ArrayList<>();
    final List<Integer> versions = List.of(1, 2, 3);

    @BeforeEach
    void everyKindOfRow() {
        ledger.setUp();
        for (int at = 0; at < 4; at++) {
            photos.add(photo(30 + at));
        }
        for (int at = 0; at < 6; at++) {
            reports.add(report("kecamatan", TPS, "{\"voters\":%d}".formatted(at)));
        }
        reports.add(report("kecamatan", TPS, "{\"photos\":[\"%s\"]}".formatted(photos.get(0))));
        for (int at = 0; at < 3; at++) {
            elsewhere.add(report("meja", OTHER_DISTRICT, "{\"voters\":%d}".formatted(at)));
        }
        forms();
        for (int at = 1; at <= 4; at++) {
            audit.record("uji-" + at, "benda", "36.04.06", Map.of());
        }
        sealer.seal();
        anchors.drop();
        sealer.seal();
    }

    private void forms() {
        Scope.system(
                "uji",
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.update(
                            "INSERT INTO c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no) VALUES (1, 1, ?, '3604052001', '360405', 'RECEIVED', false, 1)",
                            TPS);
                    for (int no : versions) {
                        jdbc.update(
                                "INSERT INTO c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at) VALUES ((SELECT id FROM c1_form), ?, 'FIRST', '{\"a\": 1, \"b\": null}', '[]', 'APP', 1, 1, now())",
                                no);
                    }
                    jdbc.update(
                            "INSERT INTO c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at) VALUES (gen_random_uuid(), (SELECT id FROM c1_form), 1, 'ALL', '{}', true, 2, now())");
                    jdbc.update(
                            "INSERT INTO c1_photo_rejection (id, form_id, version_no, reason, verifier_id, at) VALUES (gen_random_uuid(), (SELECT id FROM c1_form), 1, 'MISSING', 2, now())");
                    jdbc.update(
                            "INSERT INTO c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at) VALUES (gen_random_uuid(), (SELECT id FROM c1_form), 'DIFFERENCE', 1, 1, 'uji', 3, now())");
                    jdbc.update(
                            "INSERT INTO erasure_request (kind, object, area, reason, decided_by, decision, requested_by) VALUES ('PERSON', '9', '3604', 'alasan uji', 'KPU', '1/2024', 1)");
                }));
    }

    @Test
    void nothingIsFoundWhereNothingWasAltered() {
        var check = ledger.get("meja", "/api/checks/ledger").json();
        assertThat(check.path("differences")).as(check.toPrettyString()).isEmpty();
        assertThat(check.path("ok").asBoolean()).isTrue();
        assertThat(check.path("audit").path("rows").asInt()).isEqualTo(4 + 3 + 3 + 1);
        assertThat(check.path("audit").path("checked").asInt()).isGreaterThan(11);
    }

    @Test
    void everyAlterationIsNamed() {
        shows(
                "CONTENT_CHANGED " + reports.get(0),
                "UPDATE field_report SET payload = 'bukan json' WHERE id = '%s'",
                reports.get(0));
        shows(
                "CONTENT_CHANGED " + reports.get(1),
                "UPDATE field_report SET observed_at = now() WHERE id = '%s'",
                reports.get(1));
        shows(
                "CONTENT_MISSING " + reports.get(2),
                "UPDATE field_report SET payload = NULL, salt = NULL WHERE id = '%s'",
                reports.get(2));
        shows(
                "LINK_BROKEN " + reports.get(3),
                "UPDATE ledger_link SET hash = sha256('x') WHERE report_id = '%s'",
                reports.get(3));
        shows("HEAD_DIFFERS 360405", "UPDATE ledger_head SET length = 1 WHERE district_area = '360405'");
        var forged = UUID.randomUUID();
        shows(
                "CONTENT_CHANGED " + forged,
                """
                INSERT INTO field_report (id, kind, round_id, area, stream, source, received_at, reporter_id, entered_by_id, payload, salt, content_digest, receipt)
                SELECT '%s', kind, round_id, area, stream, source, received_at, reporter_id, entered_by_id, payload, salt, content_digest, receipt FROM field_report WHERE id = '%s'
                """,
                forged,
                reports.get(4));
        shows("PHOTOS_DIFFER " + reports.get(6), "DELETE FROM photo_link WHERE report_id = '%s'", reports.get(6));
    }

    @Test
    void everyAlteredPhotoIsNamed() {
        shows(
                "PHOTO_CHANGED " + photos.get(0),
                "UPDATE photo SET original = '\\x01' WHERE sha256 = '%s'",
                photos.get(0));
        shows(
                "PHOTO_COPY_CHANGED " + photos.get(1),
                "UPDATE photo SET cleaned = '\\x01' WHERE sha256 = '%s'",
                photos.get(1));
        shows(
                "ROW_CHANGED photo/" + photos.get(2),
                "UPDATE photo SET cleaned = '\\x02', cleaned_sha256 = encode(sha256('\\x02'), 'hex') WHERE sha256 = '%s'",
                photos.get(2));
        shows("ROW_MISSING photo/" + photos.get(3), "DELETE FROM photo WHERE sha256 = '%s'", photos.get(3));
        shows(
                "AUDIT_FORGED",
                "INSERT INTO photo (sha256, media_type, width, height, original, cleaned, uploaded_by) VALUES (encode(sha256('z'), 'hex'), 'image/png', 1, 1, 'z', 'z', 1)");
    }

    @Test
    void everyAlteredFactIsNamed() {
        var ids = ledger.ids("SELECT id::text FROM desk.c1_version ORDER BY no");
        shows(
                "ROW_CHANGED c1_version/" + ids.get(0),
                "UPDATE c1_version SET data = '{\"a\": 2}' WHERE id = %s",
                ids.get(0));
        shows("ROW_MISSING c1_version/" + ids.get(1), "DELETE FROM c1_version WHERE id = %s", ids.get(1));
        shows(
                "ROW_UNKNOWN c1_version/",
                """
                ALTER TABLE c1_version DISABLE TRIGGER witness;
                INSERT INTO c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at) VALUES ((SELECT id FROM c1_form), 9, 'FIRST', '{}', '[]', 'APP', 1, 1, now());
                ALTER TABLE c1_version ENABLE TRIGGER witness
                """);
        shows("ROW_CHANGED c1_rekeying/", "UPDATE c1_rekeying SET matches = false");
        shows("ROW_CHANGED c1_photo_rejection/", "UPDATE c1_photo_rejection SET reason = 'UNREADABLE'");
        shows("ROW_CHANGED c1_decision/", "UPDATE c1_decision SET decided_by_id = 4");
        shows("ROW_CHANGED erasure_request/", "UPDATE erasure_request SET reason = 'alasan lain'");
        shows(
                "AUDIT_FORGED",
                "INSERT INTO erasure (request_id, erased, settled_by) SELECT id, true, 4 FROM erasure_request");
        try {
            shows("WITNESS_MISSING c1_decision", "ALTER TABLE c1_decision DISABLE TRIGGER witness");
        } finally {
            ledger.asOwner("ALTER TABLE desk.c1_decision ENABLE TRIGGER witness");
        }
    }

    @Test
    void everyAlteredEntryOfTheTrailIsNamed() {
        shows(
                "AUDIT_CHANGED " + entry("uji-1"),
                "UPDATE audit_entry SET username = 'orang-lain' WHERE action = 'uji-1'");
        shows(
                "AUDIT_LINK_BROKEN " + entry("uji-2"),
                "UPDATE audit_entry SET digest = sha256('x') WHERE action = 'uji-2'");
        shows(
                "AUDIT_LINK_MISSING 360406",
                "DELETE FROM audit_link WHERE entry_id = '%s'; DELETE FROM audit_entry WHERE action = 'uji-3'",
                entry("uji-3"));
        shows("AUDIT_HEAD_DIFFERS 360406", "UPDATE audit_head SET length = length + 1 WHERE district_area = '360406'");
        shows("AUDIT_FORGED", "INSERT INTO audit_entry (action, area, channel) VALUES ('palsu', '3604', 'SESSION')");
    }

    @Test
    void anEndThatWasCutOffCleanlyIsNamed() {
        shows(
                "ANCHOR_DIFFERS 360406",
                """
                DELETE FROM ledger_link WHERE report_id = '%1$s'; DELETE FROM field_report WHERE id = '%1$s';
                UPDATE ledger_head SET (length, hash) = (SELECT position, hash FROM ledger_link WHERE district_area = '360406' ORDER BY position DESC LIMIT 1) WHERE district_area = '360406'
                """,
                elsewhere.get(2));
    }

    private void shows(String difference, String statement, Object... arguments) {
        assertThat(differences()).noneMatch(found -> found.startsWith(difference));
        for (var part : statement.formatted(arguments).split(";")) {
            ledger.asOwner("SET search_path TO desk; " + part);
        }
        assertThat(differences()).as(statement).anyMatch(found -> found.startsWith(difference));
    }

    private TreeSet<String> differences() {
        var differences = new TreeSet<String>();
        StreamSupport.stream(
                        ledger.get("meja", "/api/checks/ledger")
                                .json()
                                .path("differences")
                                .spliterator(),
                        false)
                .forEach(found -> {
                    assertThat(found.path("message").asText()).doesNotStartWith("ledger.");
                    differences.add(
                            found.path("kind").asText() + " " + found.path("id").asText());
                });
        return differences;
    }

    private String entry(String action) {
        return ledger.ids("SELECT id::text FROM desk.audit_entry WHERE action = '" + action + "'")
                .get(0);
    }

    private String photo(int side) {
        var photo = PhotoFiles.png(side, 20);
        var sha256 = LedgerFixture.sha256(photo);
        assertThat(ledger.send("petugas", "PUT", "/api/photos/" + sha256, "image/png", photo)
                        .status())
                .isEqualTo(201);
        return sha256;
    }

    private UUID report(String username, String tps, String data) {
        var id = UUID.randomUUID();
        var json = voting(tps, data);
        if (username.equals("meja")) {
            json = json.replace("\"kind\"", "\"source\":\"PHONE\",\"onBehalfOf\":\"kecamatan\",\"kind\"");
        }
        var answer = ledger.put(username, id, json);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return id;
    }
}
