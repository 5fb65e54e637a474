package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the desk notes about an agency through the API. */
@WholeApplication
class DispatchDeskTests {

    @Autowired
    IncidentDay day;

    @LocalServerPort
    int port;

    private long incident;
    private long dispatch;

    @BeforeEach
    void policeAreSent() {
        day.begin();
        day.report(port, REPORTER, MARGASANA_1, "{\"category\": \"SECURITY\", \"description\": \"Ribut\"}");
        incident = day.newest();
        day.as(port, DESK)
                .post("/api/incidents/" + incident + "/triage", "{\"severity\": 3, \"agencies\": [\"polri\"]}");
        dispatch = day.dispatch(incident, "polri");
    }

    private String said(String username, String act, String body) {
        var answer = day.as(port, username).post("/api/dispatches/" + dispatch + "/" + act, body);
        return answer.status() + " " + answer.body().path("code").asText("")
                + answer.body().path("state").asText("");
    }

    @Test
    void aCallThatReachedNobodyIsNoted() {
        assertThat(said(DESK, "called", "{\"note\": \"x\"}")).isEqualTo("422 REMARK_REQUIRED");
        assertThat(said(DESK, "called", "{\"note\": \"Nada sibuk\"}")).isEqualTo("200 SENT");
        assertThat(said(POLICE, "called", "{\"note\": \"Nada sibuk\"}")).isEqualTo("403 FORBIDDEN");
        assertThat(day.steps(incident)).containsOnlyOnce("CALLED");
    }

    @Test
    void whoGoesInsteadIsDecidedOnce() {
        assertThat(said(DESK, "substitute", "{\"agency\": \"bpbd\"}")).isEqualTo("409 DISPATCH_ENDED");
        said(POLICE, "decline", "{\"reason\": \"Bukan wilayah kami\"}");
        assertThat(said(POLICE, "substitute", "{\"agency\": \"bpbd\"}")).isEqualTo("403 FORBIDDEN");
        assertThat(said(DESK, "substitute", "{}")).isEqualTo("422 REMARK_REQUIRED");
        assertThat(said(DESK, "substitute", "{\"agency\": \"bpbd\"}")).isEqualTo("200 DECLINED");
        assertThat(said(DESK, "substitute", "{\"agency\": \"bpbd\"}")).isEqualTo("409 DISPATCH_ENDED");
        assertThat(day.dispatchInstance(day.dispatch(incident, "bpbd"))).isNotNull();
    }

    @Test
    void severityIsLoweredForAReasonOnly() {
        var at = "/api/incidents/" + incident + "/severity";
        assertThat(day.as(port, DESK)
                        .post(at, "{\"severity\": 2}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("SEVERITY_NOT_HIGHER");
        assertThat(day.as(port, DESK)
                        .post(at, "{\"severity\": 2, \"reason\": \"Sudah tenang\"}")
                        .status())
                .isEqualTo(204);
        assertThat(day.read(port, DESK, incident).at("/incident/severity").asInt())
                .isEqualTo(2);
        assertThat(day.steps(incident)).contains("SEVERITY_LOWERED").doesNotContain("WITHDRAWN");
    }
}
