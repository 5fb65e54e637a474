package id.deskpilkada.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address that a controller answers at, and those of other hands: whatever the answer is, it carries the headers. */
@WholeApplication
class HeadersOfEveryAnswerTests {

    private static final String ADMIN = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("admin:rahasia-admin-uji".getBytes(StandardCharsets.UTF_8));

    private static final List<String> OTHERS = List.of(
            "GET /desk.css",
            "GET /favicon.svg",
            "GET /js/live.js",
            "GET /webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "GET /tidak-ada",
            "GET /api/tidak-ada",
            "GET /tidak-ada.css",
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/admin/default/",
            "GET /camunda/app/tasklist/tidak-ada.js",
            "GET /camunda/api/engine/engine/default/task",
            "GET /camunda/api/engine/engine/default/tidak-ada",
            "GET /camunda/api/admin/setup/default/user/create",
            "GET /v3/api-docs",
            "GET /swagger-ui.html",
            "GET /swagger-ui/index.html",
            "GET /actuator/health/readiness",
            "GET /actuator/env",
            "PATCH /desk",
            "DELETE /api/me",
            "GET /a//b",
            "GET /a;b",
            "GET /%2e%2e/etc/passwd",
            "GET /[",
            "GET /a%00b",
            "FOO /desk",
            "TRACE /desk",
            "GET /" + "a".repeat(20_000));

    @Autowired
    Installation installation;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Stylesheets stylesheets;

    @LocalServerPort
    int port;

    @BeforeEach
    void fresh() {
        installation.empty();
    }

    @Test
    void everyAnswerCarriesThem() {
        for (var request : requests()) {
            for (var who : List.of(ADMIN, "X-Nobody: yes")) {
                var answer = new RawHttp(port).send(request + " HTTP/1.1", who, "Content-Length: 0");
                assertProtected(request + " by " + who.substring(0, 8), answer);
            }
        }
    }

    @Test
    void onlyTheFieldPagesMayAskForTheCamera() {
        var field = new RawHttp(port).send("GET /lapangan HTTP/1.1", ADMIN);
        assertThat(field.header("Permissions-Policy").orElseThrow()).contains("camera=(self)");
        var desk = new RawHttp(port).send("GET /desk HTTP/1.1", ADMIN);
        assertThat(desk.header("Permissions-Policy").orElseThrow()).contains("camera=()", "microphone=()");
    }

    @Test
    void aTraceIsNotAnswered() {
        var answer = new RawHttp(port).send("TRACE /desk HTTP/1.1", "X-Secret: rahasia");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("rahasia");
    }

    @Test
    void aStylesheetIsFetchedOncePerRelease() {
        var current = stylesheets.getDesk();
        assertThat(new RawHttp(port).send("GET " + current + " HTTP/1.1").headers("Cache-Control"))
                .containsExactly("max-age=31536000, public, immutable");
        var of = new RawHttp(port).send("GET " + current.replaceAll("-[0-9a-f]{8}", "-00000000") + " HTTP/1.1");
        assertThat(of.status()).isEqualTo(404);
        assertThat(of.headers("Cache-Control")).allMatch(cache -> cache.contains("no-store"));
    }

    @Test
    void filesMayBeKeptAndPersonalAnswersMayNot() {
        var style = new RawHttp(port).send("GET /desk.css HTTP/1.1");
        assertThat(style.headers("Cache-Control")).containsExactly("public, no-cache");
        for (var personal :
                List.of("/desk", "/lapangan", "/api/me", "/masuk", "/camunda/api/engine/engine/default/task")) {
            assertThat(new RawHttp(port)
                            .send("GET " + personal + " HTTP/1.1", ADMIN)
                            .headers("Cache-Control"))
                    .as(personal)
                    .isNotEmpty()
                    .allMatch(cache -> cache.contains("no-store"));
        }
    }

    private Set<String> requests() {
        var requests = new LinkedHashSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(pattern -> {
                    var path = pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        requests.add("GET " + path);
                    }
                    methods.stream()
                            .filter(method -> !path.equals("/api/events"))
                            .forEach(method -> requests.add(method + " " + path));
                }));
        requests.addAll(OTHERS);
        assertThat(requests).hasSizeGreaterThan(60);
        return requests;
    }

    private static void assertProtected(String request, RawHttp.Answer answer) {
        assertThat(answer.headers("X-Content-Type-Options")).as(request).containsExactly("nosniff");
        assertThat(answer.headers("Content-Security-Policy"))
                .as(request)
                .hasSize(1)
                .allMatch(policy -> policy.contains("frame-ancestors 'none'")
                        || request.contains(" /camunda/") && policy.contains("script-src"));
        assertThat(answer.headers("X-Frame-Options")).as(request).hasSize(1);
        assertThat(answer.headers("Referrer-Policy")).as(request).hasSize(1);
        assertThat(answer.headers("Cross-Origin-Resource-Policy")).as(request).containsExactly("same-origin");
        assertThat(answer.headers("Cross-Origin-Opener-Policy")).as(request).containsExactly("same-origin");
        assertThat(answer.headers("Cache-Control")).as(request).hasSize(1);
        assertThat(answer.headers("Server")).as(request).isEmpty();
        assertThat(answer.headers("X-Powered-By")).as(request).isEmpty();
        assertThat(answer.headers("Strict-Transport-Security")).as(request).isEmpty();
        assertThat(answer.body())
                .as(request)
                .doesNotContain("Apache Tomcat", "org.springframework", "\tat ", "java.lang.");
    }
}
