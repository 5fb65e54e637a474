package id.deskpilkada.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ManagementPortTests {

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @BeforeEach
    void fresh() {
        installation.empty();
    }

    @Test
    void theMainPortHasTwoProbesWithoutDetail() {
        for (var probe : new String[] {"readiness", "liveness"}) {
            var answer = new RawHttp(port).send("GET /actuator/health/" + probe + " HTTP/1.1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("{\"status\":\"UP\"}").doesNotContain("components", "details");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/health",
                "/health/db",
                "/env",
                "/metrics",
                "/prometheus",
                "/info",
                "/heapdump",
                "/shutdown",
                "/health/readiness/db"
            })
    void nothingElseOfItIsOnTheMainPort(String path) {
        var admin = "Authorization: Basic "
                + java.util.Base64.getEncoder().encodeToString("admin:rahasia-admin-uji".getBytes());
        assertThat(new RawHttp(port).send("GET /actuator" + path + " HTTP/1.1").status())
                .isEqualTo(404);
        assertThat(new RawHttp(port)
                        .send("GET /actuator" + path + " HTTP/1.1", admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void operatorsSeeHealthAndFiguresOnThePortOfTheirOwn() {
        new Browser(port).signIn("admin", "rahasia-admin-uji");
        assertThat(new RawHttp(management).send("GET /actuator/health HTTP/1.1").body())
                .contains("\"db\"");
        var figures = new RawHttp(management).send("GET /actuator/prometheus HTTP/1.1");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.body())
                .contains(
                        "desk_ledger_acknowledged_total",
                        "desk_ledger_waiting",
                        "desk_ledger_lag_seconds",
                        "desk_ledger_parked",
                        "desk_sessions_open 1.0",
                        "http_server_requests_seconds")
                .doesNotContain("NaN desk");
    }

    @Test
    void aWebPageCannotHaveABrowserAskThere() {
        var rebound = new RawHttp(management)
                .exchange("GET /actuator/prometheus HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\n\r\n");
        assertThat(rebound.status()).isEqualTo(403);
        assertThat(rebound.body()).doesNotContain("desk_");
    }

    @Test
    void nothingOfTheApplicationIsOnTheManagementPort() {
        assertThat(new RawHttp(management).send("GET /masuk HTTP/1.1").status()).isEqualTo(404);
        assertThat(new RawHttp(management).send("GET /api/me HTTP/1.1").status())
                .isEqualTo(404);
        assertThat(new RawHttp(management).send("GET /actuator/env HTTP/1.1").status())
                .isEqualTo(404);
    }
}
