package id.deskpilkada.election.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RoundPhase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The page as a browser without JavaScript uses it: session cookie, hidden CSRF field, form posts. */
@WholeApplication
class SetupPageTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    TestRestTemplate http;

    String session = "";
    String cookies = "";
    String csrf = "";

    @BeforeEach
    void signedInAsAdministrator() {
        installation.empty();
        var opened = http.postForEntity(
                "/api/sessions", Map.of("username", "admin", "password", "rahasia-admin-uji"), JsonNode.class);
        session = "DESK-SESSION=" + opened.getBody().path("token").asText();
        cookies = session;
    }

    @Test
    void anInstallationIsSetUpOnThePage() {
        assertThat(open("/setup").getBody())
                .contains("Belum ada pemilihan", "Periksa dulu (uji coba)", "template.xlsx");
        var saved = post("/setup/elections", election("36.04"));
        assertThat(saved.getBody()).contains("p24&quot; tersimpan");
        assertThat(open("/setup").getBody()).contains("Pilkada Uji", "27 November 2024", "Belum ada TPS");

        String regions = "kode,nama\n36,Banten\n36.04,Kabupaten Serang\n36.04.05,Kramatwatu\n36.04.05.2002,Margasana\n";
        assertThat(upload("regions", "true", regions).getBody()).contains("Uji coba berhasil", "4 baris: 4 baru");
        assertThat(upload("regions", "false", regions).getBody()).contains("Impor berhasil disimpan");
        assertThat(upload("regions", "true", regions).getBody()).contains("4 tidak berubah");

        var refused = upload("polling-stations", "false", "kode_tps\n3604052002001\n3604059999001\n3604052002001\n");
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody())
                .contains("36.04.05.9999", "Baris yang harus diperbaiki", "sudah ada pada baris 2");
        upload("polling-stations", "false", "kode_tps\n3604052002001\n");
        upload("candidates", "false", "race,ballot_number,name\nBUPATI,1,A\nBUPATI,2,B\n");

        assertThat(open("/setup").getBody()).contains("Mulai putaran R1");
        var started = post("/setup/elections/p24/rounds/R1/start", new LinkedMultiValueMap<>());
        assertThat(started.getBody()).contains("Putaran R1 dimulai", "berjalan");
    }

    @Test
    void aRefusedElectionKeepsWhatWasTyped() {
        var refused = post("/setup/elections", election("36.99"));
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains("36.99", "tidak dikenal", "value=\"Pilkada Uji\"");
    }

    @Test
    void aStartThatLacksSomethingSaysWhat() {
        post("/setup/elections", election("36.04"));
        var refused = post("/setup/elections/p24/rounds/R1/start", new LinkedMultiValueMap<>());
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains("Putaran belum dapat dimulai", "Impor dahulu daftar TPS");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        small.prepared();
        open("/setup");
        csrf = "";
        assertThat(post("/setup/elections/pilkada-uji/rounds/R1/start", new LinkedMultiValueMap<>())
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(small.round().phase()).isEqualTo(RoundPhase.PREPARED);
    }

    private static MultiValueMap<String, Object> election(String region) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("code", "p24");
        form.add("name", "Pilkada Uji");
        form.add("date", "2024-11-27");
        form.add("races", "BUPATI");
        for (String code : new String[] {"36", region, "36.04", "36.04", "36.04"}) {
            form.add("regions", code);
        }
        return form;
    }

    private ResponseEntity<String> open(String path) {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookies);
        var page = http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        var set = page.getHeaders().get(HttpHeaders.SET_COOKIE);
        if (set != null) {
            set.stream()
                    .filter(cookie -> cookie.startsWith("DESK-XSRF"))
                    .forEach(cookie -> cookies = session + "; " + cookie.split(";")[0]);
        }
        var token = CSRF.matcher(page.getBody());
        csrf = token.find() ? token.group(1) : "";
        return page;
    }

    private ResponseEntity<String> upload(String kind, String dryRun, String csv) {
        var part = new HttpHeaders();
        part.setContentType(MediaType.TEXT_PLAIN);
        part.setContentDispositionFormData("file", "daftar.csv");
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("dryRun", dryRun);
        form.add("file", new HttpEntity<>(csv.getBytes(StandardCharsets.UTF_8), part));
        return post("/setup/imports/" + kind, form, MediaType.MULTIPART_FORM_DATA);
    }

    private ResponseEntity<String> post(String path, MultiValueMap<String, Object> form) {
        return post(path, form, MediaType.APPLICATION_FORM_URLENCODED);
    }

    private ResponseEntity<String> post(String path, MultiValueMap<String, Object> form, MediaType type) {
        if (csrf.isEmpty() && !cookies.contains("XSRF")) {
            open("/setup");
        }
        if (!csrf.isEmpty()) {
            form.add("_csrf", csrf);
        }
        var headers = new HttpHeaders();
        headers.setContentType(type);
        headers.add(HttpHeaders.COOKIE, cookies);
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(form, headers), String.class);
    }
}
