package id.deskpilkada.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is erased, in its time or before it, is gone; what it was, why and by whom stays, and the check knows it. */
@WholeApplication
class RetentionTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    Retention retention;

    @Autowired
    Audit audit;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    JdbcTemplate owner;
    DeskClient supervisor;
    DeskClient admin;
    Person siti;
    UUID report;

    @BeforeEach
    void oneReport() {
        installation.empty();
        owner = installation.asOwner();
        election.started();
        var people = new People(staff, secrets);
        siti = people.add("siti", "Siti", "village-admin@36.04.05.2002");
        people.add("inspektur", "Inspektur", "supervisor@36.04");
        supervisor = new DeskClient(port, "inspektur", People.PASSWORD);
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        report = UUID.randomUUID();
        var sent = new DeskClient(port, "siti", People.PASSWORD)
                .put(
                        "/api/field-reports/" + report,
                        """
                        {"kind": "C1", "race": "BUPATI", "tps": "%s", "observedAt": "2024-11-27T15:00:00+07:00", "data": {"form": "PLANO", "votes": {"1": 1, "2": 2}}}"""
                                .formatted(SmallElection.MARGASANA_1));
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    }

    private Answer wanted(DeskClient who, String kind, Object id) {
        return who.post(
                "/api/erasures",
                """
                {"kind": "%s", "id": "%s", "reason": "putusan atas permintaan", "decidedBy": "Sekretaris Daerah", "decision": "800/12/2024"}"""
                        .formatted(kind, id));
    }

    private Answer settle(DeskClient who, Answer wanted, String how) {
        return who.post("/api/erasures/" + wanted.body().path("id").asText() + "/" + how, "");
    }

    private com.fasterxml.jackson.databind.JsonNode check() {
        return admin.get("/api/checks/ledger").body();
    }

    @Test
    void aReportIsErasedByTwoPeopleAndTheChainStays() {
        var wanted = wanted(supervisor, "FIELD_REPORT", report);
        assertThat(wanted.status()).as(wanted.text()).isEqualTo(201);
        assertThat(settle(supervisor, wanted, "approve").status()).isEqualTo(403);
        assertThat(settle(admin, wanted, "approve").body().path("code").asText())
                .isEqualTo("ERASURE_NOT_READY");
        owner.update("UPDATE desk.field_report SET state = 'ACCEPTED'");

        var approved = settle(admin, wanted, "approve");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.body().path("erased").asBoolean()).isTrue();
        assertThat(owner.queryForMap("SELECT payload, salt FROM desk.field_report"))
                .containsEntry("payload", null)
                .containsEntry("salt", null);
        assertThat(check().path("ok").asBoolean()).as(check().toPrettyString()).isTrue();
        assertThat(check().path("erased").asInt()).isEqualTo(1);
        assertThat(settle(admin, wanted, "approve").status()).isEqualTo(409);
        assertThat(wanted(supervisor, "FIELD_REPORT", report).status()).isEqualTo(404);
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        var wanted = wanted(admin, "PERSON", siti.id());
        var refused = settle(admin, wanted, "approve");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("code").asText()).isEqualTo("ERASURE_SAME_PERSON");
        assertThat(settle(admin, wanted, "decline").status()).isEqualTo(200);
        assertThat(staff.person(siti.id()).orElseThrow().name()).isEqualTo("Siti");
    }

    @Test
    void aPersonIsErasedAndShutOut() {
        var wanted = wanted(supervisor, "PERSON", siti.id());
        assertThat(settle(admin, wanted, "approve").status()).isEqualTo(200);
        var erased = staff.person(siti.id()).orElseThrow();
        assertThat(erased.name()).isEqualTo("(data dihapus)");
        assertThat(erased.active()).isFalse();
        assertThat(erased.grants()).isEmpty();
        assertThat(new DeskClient(port, "siti", People.PASSWORD).get("/api/me").status())
                .isEqualTo(401);
        assertThat(check().path("ok").asBoolean()).isTrue();
    }

    @Test
    void aRequestThatLacksItsReasonNamesEveryField() {
        var refused = supervisor.post("/api/erasures", "{\"kind\": \"SEMUA\", \"reason\": \"x\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("field"))
                .containsExactly("kind", "id", "reason", "decidedBy", "decision");
    }

    @Test
    void whatIsPastItsTimeGoesAtNightAndTheReportSaysSoBefore() {
        audit.record("uji", "benda", null, Map.of("kata", "rahasia"));
        assertThat(due("FIELD_REPORT")).isZero();
        owner.update("UPDATE desk.field_report SET state = 'ACCEPTED', received_at = received_at - interval '6 years'");
        owner.update("UPDATE desk.audit_entry SET at = at - interval '6 years'");
        owner.update("UPDATE desk.staff_member SET active = false WHERE username = 'siti'");
        owner.update("UPDATE desk.staff_member SET left_at = now() - interval '2 years' WHERE username = 'siti'");
        assertThat(due("FIELD_REPORT")).isEqualTo(1);
        assertThat(due("PERSON")).isEqualTo(1);

        retention.run();

        assertThat(due("FIELD_REPORT")).isZero();
        assertThat(due("AUDIT")).isZero();
        assertThat(owner.queryForObject(
                        "SELECT count(*) FROM desk.field_report WHERE payload IS NOT NULL", Integer.class))
                .isZero();
        assertThat(owner.queryForMap(
                        "SELECT username, object, details::text, salt FROM desk.audit_entry WHERE action = 'uji'"))
                .containsEntry("object", null)
                .containsEntry("details", "{}")
                .containsEntry("salt", null);
        assertThat(staff.person(siti.id()).orElseThrow().name()).isEqualTo("(data dihapus)");
        assertThat(owner.queryForList(
                        "SELECT object FROM desk.audit_entry WHERE action = 'retention.erased'", String.class))
                .contains("FIELD_REPORT", "AUDIT", "PERSON");
        assertThat(check().path("erased").asInt()).isGreaterThan(1);
        assertThat(check().path("ok").asBoolean()).as(check().toPrettyString()).isTrue();
    }

    private long due(String kind) {
        for (var rule : admin.get("/api/retention").body().path("rules")) {
            if (rule.path("kind").asText().equals(kind)) {
                return rule.path("due").asLong();
            }
        }
        throw new AssertionError("no rule for " + kind);
    }

    @Test
    void theDatabaseItselfKeepsWhatIsYoung() {
        assertThatThrownBy(() -> jdbc.queryForObject("SELECT erase_overdue('FIELD_REPORT', now(), 10)", Long.class))
                .hasStackTraceContaining("younger than 90 days");
        assertThatThrownBy(() -> jdbc.update("DELETE FROM erasure_request"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> jdbc.update("INSERT INTO retention_run (kind, before, rows) VALUES ('PHOTO', now(), 1)"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> new RetentionSettings(
                        Period.ofDays(1),
                        Period.ofDays(3),
                        Period.ofDays(1),
                        Period.ofYears(1),
                        Period.ofYears(1),
                        Period.ofYears(1),
                        Period.ofYears(1),
                        1,
                        1))
                .hasMessageContaining("photos");
    }

    @Test
    void othersNeitherAskNorRead() {
        var village = new DeskClient(port, "siti", People.PASSWORD);
        assertThat(wanted(village, "PERSON", siti.id()).status()).isEqualTo(403);
        assertThat(village.get("/api/erasures").status()).isEqualTo(403);
        assertThat(village.get("/api/retention").status()).isEqualTo(403);
        var refused = owner.queryForList(
                "SELECT object FROM desk.audit_entry WHERE action = 'access.refused' AND username = 'siti'",
                String.class);
        assertThat(refused).containsExactlyInAnyOrder("/api/erasures", "/api/erasures", "/api/retention");
    }
}
