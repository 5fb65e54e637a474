package id.deskpilkada.fieldreport;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.cache.CacheManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One regency with two districts, a started round, and somebody for each role; and the HTTP interface as a client uses it. */
@Component
class LedgerFixture {

    static final String TPS = "3604052001001";
    static final String SECOND_TPS = "3604052001002";
    static final String OTHER_VILLAGE = "3604052002001";
    static final String OTHER_DISTRICT = "3604062001001";
    static final String ELECTION = "p24";

    private final Installation installation;
    private final Staff staff;
    private final JdbcTemplate jdbc;
    private final ScriptedHandler handler;
    private final CacheManager caches;
    private final ServletWebServerApplicationContext server;
    private final HttpClient client = HttpClient.newHttpClient();

    LedgerFixture(
            Installation installation,
            Staff staff,
            ScriptedHandler handler,
            CacheManager caches,
            ServletWebServerApplicationContext server) {
        this.installation = installation;
        this.staff = staff;
        this.jdbc = installation.asOwner();
        this.handler = handler;
        this.caches = caches;
        this.server = server;
    }

    void setUp() {
        installation.empty();
        handler.forget();
        regions();
        election();
        staff.enrol(List.of(
                person("petugas", "tps-officer", TPS),
                person("admindesa", "village-admin", "36.04.05.2001"),
                person("desalain", "village-admin", "36.04.05.2002"),
                person("kecamatan", "district-admin", "36.04.05"),
                person("verifikator", "district-verifier", "36.04.05"),
                person("meja", "desk", "36.04")));
        jdbc.update(
                "INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at) SELECT encode(sha256(username::bytea), 'hex'), id, now(), now() + interval '1 day' FROM staff_member");
    }

    /** As if the few seconds for which look-ups are remembered had passed. */
    void forgetLookUps() {
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
    }

    /** What the application itself has no right to do. */
    void asOwner(String statement) {
        installation.asOwner().update(statement);
    }

    /** A column of texts, as the owner sees it. */
    List<String> ids(String query) {
        return installation.asOwner().queryForList(query, String.class);
    }

    private void regions() {
        for (var region : List.of(
                "36:PROVINCE", "36.04:REGENCY", "36.04.05:DISTRICT", "36.04.06:DISTRICT", "36.04.05.2001:VILLAGE")) {
            var code = region.split(":")[0];
            jdbc.update(
                    "INSERT INTO region (code, area, name, level) VALUES (?, ?, ?, ?)",
                    code,
                    code.replace(".", ""),
                    "Wilayah " + code,
                    region.split(":")[1]);
        }
    }

    private void election() {
        long election = id("INSERT INTO election (code, name, date, law) VALUES ('" + ELECTION
                + "', 'Pilkada 2024', '2024-11-27', 'PILKADA') RETURNING id");
        id("INSERT INTO race (election_id, code, name, region_code, pages_plano, pages_salinan) VALUES (" + election
                + ", 'BUPATI', 'Bupati', '36.04', 2, 2) RETURNING id");
        long round = id("INSERT INTO round (election_id, code, kind, phase, started_at) VALUES (" + election
                + ", 'R1', 'REGULAR', 'STARTED', now()) RETURNING id");
        jdbc.update(
                "INSERT INTO round (election_id, code, kind, phase) VALUES (?, 'PSU', 'REVOTE', 'PREPARED')", election);
        for (var slot : List.of("10.00", "12.00")) {
            jdbc.update(
                    "INSERT INTO schedule_slot (round_id, slot, kind, opens_at, due_at) VALUES (?, ?, 'VOTING', now(), now())",
                    round,
                    slot);
        }
        for (var tps : List.of(TPS, SECOND_TPS, OTHER_VILLAGE, OTHER_DISTRICT)) {
            jdbc.update(
                    "INSERT INTO polling_station (election_id, code, village_area, district_area, number) VALUES (?, ?, ?, ?, 1)",
                    election,
                    tps,
                    tps.substring(0, 10),
                    tps.substring(0, 6));
        }
    }

    private long id(String insert) {
        return jdbc.queryForObject(insert, Long.class);
    }

    private static Person person(String username, String role, String scope) {
        return new Person(
                0, username, "Ibu " + username, null, null, null, null, null, true, List.of(new Grant(role, scope)));
    }

    Actor actor(String username) {
        return staff.actor(username).orElseThrow();
    }

    /** A report of a TPS for the 10.00 slot. */
    static String voting(String tps, String data) {
        return "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"10.00\",\"observedAt\":\"2024-11-27T10:02:03.5+07:00\",\"data\":%s}"
                .formatted(tps, data);
    }

    Answer put(String username, UUID id, String json, String... namesAndValues) {
        return send(
                username,
                "PUT",
                "/api/field-reports/" + id,
                "application/json",
                json.getBytes(StandardCharsets.UTF_8),
                namesAndValues);
    }

    Answer get(String username, String path) {
        return send(username, "GET", path, null, new byte[0]);
    }

    /** Whoever signs in has their own name as token. */
    Answer send(
            String username, String method, String path, String contentType, byte[] body, String... namesAndValues) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + username)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int at = 0; at < namesAndValues.length; at += 2) {
            request.header(namesAndValues[at], namesAndValues[at + 1]);
        }
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.getWebServer().getPort() + path);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server answered. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper().readTree(response.body());
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        /** Field and code of each single error. */
        List<String> errors() {
            return java.util.stream.StreamSupport.stream(json().path("errors").spliterator(), false)
                    .map(error -> error.path("field").asText() + " "
                            + error.path("code").asText())
                    .toList();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
