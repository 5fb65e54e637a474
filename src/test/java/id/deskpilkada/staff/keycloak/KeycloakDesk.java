package id.deskpilkada.staff.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.Until;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.concurrent.Callable;

/** The packaged application in mode keycloak, and a program that calls it with tokens of Keycloak. */
public final class KeycloakDesk implements AutoCloseable {

    /** A client that gets tokens for a password, and puts the groups into them. */
    static final String PROGRAM =
            """
            {"clientId":"program-uji","publicClient":true,"standardFlowEnabled":false,"directAccessGrantsEnabled":true,
             "defaultClientScopes":["desk-person"],"optionalClientScopes":["desk"],
             "protocolMappers":[{"name":"groups","protocol":"openid-connect","protocolMapper":"oidc-group-membership-mapper",
               "config":{"claim.name":"groups","full.path":"false","access.token.claim":"true"}}]}
            """;

    static final String FIRST_PASSWORD = "sandi pertama uji";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PackagedDesk desk;
    private final KeycloakServer keycloak;
    private String administrator = "";

    private KeycloakDesk(PackagedDesk desk, KeycloakServer keycloak) {
        this.desk = desk;
        this.keycloak = keycloak;
    }

    public static KeycloakDesk start(Path data, int port, KeycloakServer keycloak) throws Exception {
        var settings = new HashMap<>(keycloak.settings());
        settings.put("DESK_ADMIN_PASSWORD", FIRST_PASSWORD);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("DESK_KEYCLOAK_SWEEP", "3s");
        settings.put("DESK_KEYCLOAK_PAUSE", "1s");
        return new KeycloakDesk(PackagedDesk.startOneFile(data, settings), keycloak);
    }

    /** An election with one polling station, and three people. @param password of the administrator */
    void setUp(String password) throws Exception {
        administrator = token("admin", password, "openid desk");
        upload("regions", "kode,nama\n36,Banten\n36.04,Serang\n36.04.05,Kramatwatu\n36.04.05.2001,Kramatwatu\n");
        var election = put(
                "/api/elections/p24",
                administrator,
                """
                {"name":"Pilkada","date":"2024-11-27","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],
                 "rounds":[{"code":"R1","kind":"REGULAR"}]}
                """);
        assertThat(election.statusCode()).as(election.body()).isEqualTo(201);
        upload("polling-stations", "kode_tps\n3604052001001\n");
        upload("candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        upload(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti Aminah,village-admin,36.04.05.2001,sandi-pertama-1
                camat,Pak Camat,camat,36.04.05,sandi-pertama-2
                udin,Udin,village-admin,36.04.05.2001,sandi-pertama-3
                """);
        var start = post("/api/elections/p24/rounds/R1/start", administrator, "");
        assertThat(start.statusCode()).as(start.body()).isBetween(200, 299);
    }

    String administrator() {
        return administrator;
    }

    /** Waits until the account is at Keycloak. */
    void awaitAccount(String username) throws Exception {
        await("account " + username, () -> !keycloak.account(username).isMissingNode());
    }

    void await(String what, Callable<Boolean> condition) throws Exception {
        Until.holds(what, Duration.ofSeconds(60), condition);
    }

    public String token(String username, String password, String scope) throws IOException, InterruptedException {
        return keycloak.token(
                "desk",
                "grant_type=password&client_id=program-uji&username=" + username + "&password=" + encoded(password)
                        + "&scope=" + encoded(scope));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** The token of a browser's session of ours. */
    static String session(BrowserContext browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("DESK-SESSION"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    int me(String token) throws IOException, InterruptedException {
        return get("/api/me", token).statusCode();
    }

    String problem(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body()).path("code").asText();
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(desk.request(path), token);
    }

    HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        return send(
                desk.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)),
                token);
    }

    HttpResponse<String> put(String path, String token, String body) throws IOException, InterruptedException {
        return send(
                desk.request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)),
                token);
    }

    int basic(String username, String password) throws IOException, InterruptedException {
        var credentials =
                Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return PackagedDesk.send(http, desk.request("/api/me").header("Authorization", "Basic " + credentials))
                .statusCode();
    }

    void upload(String kind, String csv) throws IOException, InterruptedException {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        var answer = send(
                desk.request("/api/imports/" + kind)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body)),
                administrator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        return PackagedDesk.send(http, token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    static String c1() {
        return """
                {"kind":"C1","tps":"3604052001001","race":"BUPATI","observedAt":"2024-11-27T16:00:00+07:00",
                 "data":{"form":"SALINAN","votes":{"1":90,"2":50},"validVotes":140,"invalidVotes":5,"totalVotes":145}}
                """;
    }

    @Override
    public void close() {
        desk.close();
    }
}
