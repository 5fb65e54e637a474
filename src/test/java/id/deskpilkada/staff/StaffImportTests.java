package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@WholeApplication
class StaffImportTests {

    private static final String HEADER = "username,nama,peran,wilayah,telepon,kata_sandi\n";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @BeforeEach
    void oneVillage() {
        installation.empty();
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.region (code, area, name, level) VALUES ('36.04', '3604', 'Serang', 'REGENCY'),
                        ('36.04.05', '360405', 'Kramatwatu', 'DISTRICT'), ('36.04.05.2002', '3604052002', 'Margasana', 'VILLAGE')
                        """);
    }

    @Test
    void aPersonOfTwoRowsHoldsTwoRolesAndSignsIn() {
        var answer = send(
                HEADER
                        + """
                        Siti.Baros,Siti,village-admin,36.04.05.2002,0812-3456789,rahasia-siti
                        siti.baros,Siti,CAMAT,360405,,
                        """,
                false);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().path("created").asInt()).isEqualTo(2);
        var siti = staff.actor("siti.baros").orElseThrow();
        assertThat(siti.groups()).containsExactly("camat-360405", "village-admin-3604052002");
        assertThat(open("siti.baros", "rahasia-siti").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void everyBadRowIsNamedAndNothingIsWritten() {
        var answer = send(
                HEADER
                        + """
                        a,Ali,village-admin,36.04.05.2002,,
                        budi,Budi,raja,36.04.05.2002,,
                        cici,Cici,village-admin,36.04.05,,
                        dodi,Dodi,camat,36.04.99,,
                        endang,Endang,tps-officer,36.04.05.2002,,
                        fajar,,village-admin,,bukan nomor,pendek
                        gita,Gita,agency-bpbd,36.04,,
                        gita,Gita,agency-bpbd,3604,,
                        """,
                false);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().path("errors"))
                .extracting(error ->
                        error.path("row").asInt() + " " + error.path("column").asText() + " "
                                + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "2 username MALFORMED_USERNAME",
                        "3 role UNKNOWN_ROLE",
                        "4 scope WRONG_SCOPE_LEVEL",
                        "5 scope UNKNOWN_SCOPE",
                        "6 scope WRONG_SCOPE_LEVEL",
                        "7 name REQUIRED",
                        "7 scope REQUIRED",
                        "7 phone MALFORMED_PHONE",
                        "7 password SHORT_PASSWORD",
                        "9 username DUPLICATE_ROW");
        assertThat(answer.getBody().toString()).doesNotContain("pendek\"");
        assertThat(staff.person("gita")).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedNameIsAnUpdate() {
        var rows = "siti.baros,Siti,village-admin,36.04.05.2002,0812345678,rahasia-siti\n";
        send(HEADER + rows, false);

        assertThat(send(HEADER + rows, false).getBody().path("unchanged").asInt())
                .isEqualTo(1);
        var renamed = send(HEADER + rows.replace("Siti,", "Siti Aminah,"), false);
        assertThat(renamed.getBody().path("updated").asInt()).isEqualTo(1);
        var withoutPhone = send("username,name,role,scope\nsiti.baros,Siti,village-admin,36.04.05.2002\n", false);
        assertThat(withoutPhone.getBody().path("updated").asInt()).isEqualTo(1);
        assertThat(staff.person("siti.baros").orElseThrow().phone()).isEqualTo("0812345678");
        assertThat(open("siti.baros", "rahasia-siti").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aDryRunLeavesNobody() {
        var answer = send(HEADER + "siti,Siti,village-admin,36.04.05.2002,,rahasia-siti\n", true);

        assertThat(answer.getBody().path("created").asInt()).isEqualTo(1);
        assertThat(staff.person("siti")).isEmpty();
        assertThat(open("siti", "rahasia-siti").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aNewInitialPasswordReplacesOneThatItsHolderNeverChose() {
        var row = "siti,Siti,village-admin,36.04.05.2002,,";
        send(HEADER + row + "rahasia-satu\n", false);
        var again = send(HEADER + row + "rahasia-dua\n", false);

        assertThat(again.getBody().path("updated").asInt()).isEqualTo(1);
        assertThat(open("siti", "rahasia-satu").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(open("siti", "rahasia-dua").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private ResponseEntity<JsonNode> open(String username, String password) {
        return http.postForEntity("/api/sessions", Map.of("username", username, "password", password), JsonNode.class);
    }

    private ResponseEntity<JsonNode> send(String csv, boolean dryRun) {
        var body = new LinkedMultiValueMap<String, Object>();
        body.add("file", new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "staf.csv";
            }
        });
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return http.withBasicAuth("admin", "rahasia-admin-uji")
                .postForEntity("/api/imports/staff?dryRun=" + dryRun, new HttpEntity<>(body, headers), JsonNode.class);
    }
}
