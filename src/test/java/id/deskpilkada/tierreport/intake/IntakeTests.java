package id.deskpilkada.tierreport.intake;

import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static id.deskpilkada.tierreport.Upward.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.Upward;
import id.deskpilkada.tierreport.Upward.Answered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an installation one tier up takes, what it refuses, and that both are known afterwards. */
@WholeApplication
class IntakeTests {

    @Autowired
    Installation installation;

    @Autowired
    TierDay day;

    @Autowired
    Upward upward;

    @LocalServerPort
    int port;

    TierReport first;

    @BeforeEach
    void begin() {
        day.begin();
        day.compiled(EVENING, TierDay.KRAMATWATU);
        first = day.compiled(EVENING, REGENCY);
        upward.settle(first);
        upward.knowSender();
    }

    private Answered send(String body) {
        return upward.send(port, TOKEN, body);
    }

    private String envelope() {
        return upward.envelope(first).toString();
    }

    private void refused(Answered answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).contains("detail");
        assertThat(upward.count(
                        "audit_entry WHERE action = 'tier-report.intake' AND outcome = 'REFUSED' AND details ->> 'reason' = ?",
                        code))
                .isEqualTo(1);
        assertThat(upward.count("received_report")).isZero();
    }

    @Test
    void aSoundReportIsKeptToTheByteAndAnsweredWithAReceipt() {
        var answer = send(envelope());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).contains(first.digest(), "receiptId", "receivedAt");
        assertThat(
                        upward.count(
                                "received_report r JOIN desk.tier_report t ON t.snapshot = r.snapshot AND t.code = r.code WHERE r.area = '3604' AND r.version = 1"))
                .isEqualTo(1);
    }

    @Test
    void theSameAgainGivesTheSameReceipt() {
        var receipt = send(envelope());
        var again = send(envelope());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(receipt.text());
        assertThat(upward.count("received_report")).isEqualTo(1);
    }

    @Test
    void whoShowsNoKnownTokenIsRefused() {
        refused(upward.send(port, "token-orang-lain-yang-tak-dikenal", envelope()), 401, "INTAKE_UNKNOWN_SENDER");
    }

    @Test
    void aSenderThatIsSwitchedOffIsRefused() {
        installation.asOwner().update("UPDATE desk.tier_sender SET active = false");
        refused(send(envelope()), 401, "INTAKE_UNKNOWN_SENDER");
    }

    @Test
    void anAlteredNumberIsRefused() {
        var altered = upward.envelope(first);
        altered.put(
                "snapshot", altered.path("snapshot").asText().replaceFirst("\"stations\":\\d+", "\"stations\":999"));
        refused(send(altered.toString()), 422, "INTAKE_ALTERED");
    }

    @Test
    void aForgedSignatureIsRefused() {
        var forged = upward.envelope(first);
        forged.put("statement", forged.path("statement").asText().replace(EVENING, "21.00"));
        refused(send(forged.toString()), 422, "INTAKE_SIGNATURE");
    }

    @Test
    void aKeyThatWasNotRegisteredIsRefused() {
        installation.asOwner().update("DELETE FROM desk.tier_sender_key");
        refused(send(envelope()), 422, "INTAKE_UNKNOWN_KEY");
    }

    @Test
    void aReportOfAnotherRegionThanTheSendersIsRefused() {
        installation.asOwner().update("UPDATE desk.tier_sender SET area = '3603'");
        refused(send(envelope()), 403, "INTAKE_OTHER_REGION");
    }

    @Test
    void aReportOfADistrictIsRefused() {
        var district = day.compiled(EVENING, TierDay.BAROS);
        upward.settle(district);
        installation.asOwner().update("UPDATE desk.tier_sender SET area = '360417'");
        refused(send(upward.envelope(district).toString()), 422, "INTAKE_LEVEL");
    }

    @Test
    void whatIsNoEnvelopeIsRefused() {
        refused(send("{\"code\": 7}"), 422, "INTAKE_MALFORMED");
    }

    @Test
    void fiftyMegabytesAreRefusedBeforeTheyAreRead() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("POST /api/tier-reports/intake HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Desk-Token: "
                                            + TOKEN + "\r\nContent-Length: 52428800\r\n\r\n{")
                                    .getBytes(StandardCharsets.UTF_8));
            var said = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(said.readLine()).contains("413");
        }
        assertThat(
                        upward.count(
                                "audit_entry WHERE action = 'tier-report.intake' AND details ->> 'reason' = 'INTAKE_TOO_LARGE'"))
                .isEqualTo(1);
    }

    @Test
    void anOlderVersionIsRefusedAndALaterOneKept() {
        var second = day.compiled(EVENING, REGENCY);
        upward.settle(second);
        assertThat(send(upward.envelope(second).toString()).status()).isEqualTo(201);
        var older = send(envelope());
        assertThat(older.status()).isEqualTo(409);
        assertThat(older.code()).isEqualTo("INTAKE_OLDER_VERSION");
        assertThat(upward.count("received_report WHERE version = 2")).isEqualTo(1);
    }

    @Test
    void onlyTheAdministratorOfAProvinceRegistersSenders() {
        var admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        assertThat(admin.put("/api/tier-senders/36.04", "{}")
                        .body()
                        .path("code")
                        .asText())
                .as("a regency has nobody below that sends")
                .isEqualTo("SENDER_INCOMPLETE");
        assertThat(day.as(port, "desk").get("/api/tier-senders").status()).isEqualTo(403);
    }
}
