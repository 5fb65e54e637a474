package id.deskpilkada.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class AuditTrailTests {

    @Autowired
    Installation installation;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    JdbcTemplate trail;
    Person siti;

    @BeforeEach
    void aHelpDesk() {
        installation.empty();
        var people = new People(staff, secrets);
        siti = people.add("siti", "Siti Baros", "village-admin@36.04.05.2002");
        people.add("bantu", "Bantu Kecamatan", "helpdesk@36.04.05");
        trail = installation.asOwner();
    }

    @Test
    void aChangeByARequestLeavesWhoWhatAndWhereFrom() {
        var answer = http.withBasicAuth("bantu", People.PASSWORD)
                .postForEntity("/api/staff/" + siti.id() + "/unlock", null, Void.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        var entry = trail.queryForMap("SELECT * FROM desk.audit_entry WHERE route LIKE '%{id}/unlock'");
        assertThat(entry)
                .containsEntry("username", "bantu")
                .containsEntry("route", "POST /api/staff/{id}/unlock")
                .containsEntry("area", "360405")
                .containsEntry("channel", "BASIC")
                .containsEntry("outcome", "DONE")
                .containsEntry("address", "127.0.0.1");
        assertThat(entry.get("object")).asString().contains(Long.toString(siti.id()));
        assertThat(answer.getHeaders().getFirst("X-Request-Id")).isEqualTo(entry.get("request_id"));
    }

    @Test
    void whatChangesNothingLeavesNoEntry() {
        http.withBasicAuth("bantu", People.PASSWORD).getForEntity("/api/me", String.class);

        assertThat(trail.queryForObject("SELECT count(*) FROM desk.audit_entry WHERE action = 'change'", Integer.class))
                .isZero();
    }

    @Test
    void anEntryOfATransactionThatFailsIsGoneWithIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record("uji", "benda", "36.04.05", Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail.queryForObject("SELECT count(*) FROM desk.audit_entry WHERE action = 'uji'", Integer.class))
                .isZero();
    }

    @Test
    void aViewInsideAReadingTransactionIsRecordedAllTheSame() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> audit.record("uji", "benda", "36.04.05", Map.of()));

        assertThat(trail.queryForObject("SELECT count(*) FROM desk.audit_entry WHERE action = 'uji'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void controlCharactersCannotForgeALine() {
        audit.record("uji", "a\r\nb\u2028c\u202Ed\u0000", null, Map.of("berkas", "x\n2026 admin\u001B[31m"));

        var entry = trail.queryForMap(
                "SELECT object, details ->> 'berkas' AS file, area FROM desk.audit_entry WHERE action = 'uji'");
        assertThat(entry)
                .containsEntry("object", "a??b?c?d?")
                .containsEntry("file", "x?2026 admin?[31m")
                .containsEntry("area", "3604");
    }
}
