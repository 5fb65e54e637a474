package id.deskpilkada.notification;

import static id.deskpilkada.notification.ChannelCode.EMAIL;
import static id.deskpilkada.notification.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.WayState;
import id.deskpilkada.platform.Actor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ReceiptTests {

    private static final String TOKEN = "rahasia-laporan-uji";

    @Autowired
    Post post;

    @LocalServerPort
    int port;

    private SmsGateway gateway;
    private MailServer mail;
    private Actor camat;

    @BeforeEach
    void aCamatWithAddresses() {
        SmallRegency regency = post.regency();
        camat = post.person(regency, "camat.baros", "camat@36.04.05", Post.PHONE, "camat@baros.example.go.id");
        gateway = post.gateway();
        mail = post.mailServer();
    }

    @AfterEach
    void closeTheServers() {
        gateway.close();
        mail.close();
    }

    @Test
    void whatTheGatewayReportsAsArrivedIsDelivered() throws Exception {
        var id = post.send(post.test(camat, "lapor/1").by(SMS));
        post.drain();

        assertThat(report("{\"id\":\"G-1\",\"status\":\"DELIVRD\"}")).isEqualTo(204);
        assertThat(report("{\"id\":\"G-1\",\"status\":\"DELIVRD\"}"))
                .as("told twice")
                .isEqualTo(204);
        post.drain();

        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
        assertThat(post.events()).hasSize(2);
        assertThat(post.events().get(1)).isInstanceOf(MessageDelivered.class);
    }

    @Test
    void whatDidNotArriveGoesOnToTheNextChannel() throws Exception {
        var id = post.send(post.test(camat, "lapor/2").by(SMS, EMAIL));
        post.drain();

        report("{\"id\":\"G-1\",\"status\":\"UNDELIV\"}");
        post.drain();

        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.FAILED);
        assertThat(post.way(id, SMS).reason()).isEqualTo("GATEWAY_REPORTED_FAILURE");
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void arrivedStaysArrivedWhateverComesLate() throws Exception {
        var id = post.send(post.test(camat, "lapor/3").by(SMS));
        post.drain();

        report("{\"id\":\"G-1\",\"status\":\"delivered\"}");
        report("{\"id\":\"G-1\",\"status\":\"failed\"}");
        report("{\"id\":\"G-1\",\"status\":\"queued\"}");

        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void arrivedAfterAllMendsWhatWasReportedAsFailed() throws Exception {
        var id = post.send(post.test(camat, "lapor/4").by(SMS));
        post.drain();

        report("{\"id\":\"G-1\",\"status\":\"failed\"}");
        assertThat(post.trace(id).state()).isEqualTo(State.NOT_DELIVERED);
        report("{\"id\":\"G-1\",\"status\":\"delivered\"}");

        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aReportThatIsFasterThanOurOwnBookkeepingCounts() throws Exception {
        report("[{\"id\":\"G-1\",\"status\":\"delivered\"}]");
        var id = post.send(post.test(camat, "lapor/5").by(SMS));
        post.drain();

        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aFormIsReadAsWell() throws Exception {
        var id = post.send(post.test(camat, "lapor/6").by(SMS));
        post.drain();

        var status = send(request("sms")
                .header("X-Desk-Token", TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=G-1&status=delivered")));

        assertThat(status).isEqualTo(204);
        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void onlyTheGatewayIsHeard() throws Exception {
        var id = post.send(post.test(camat, "lapor/7").by(SMS));
        post.drain();
        var body = "{\"id\":\"G-1\",\"status\":\"delivered\"}";

        assertThat(send(request("sms").POST(BodyPublishers.ofString(body)))).isEqualTo(401);
        assertThat(send(request("sms?token=" + TOKEN).POST(BodyPublishers.ofString(body))))
                .as("addresses end up in logs")
                .isEqualTo(401);
        assertThat(send(request("sms").header("X-Desk-Token", "salah").POST(BodyPublishers.ofString(body))))
                .isEqualTo(401);
        assertThat(send(request("email").header("X-Desk-Token", "").POST(BodyPublishers.ofString(body))))
                .as("without a token of its own nothing is taken")
                .isEqualTo(404);
        assertThat(report("bukan json")).isEqualTo(422);
        assertThat(report("{\"status\":\"delivered\"}")).isEqualTo(422);
        assertThat(report("x".repeat(70_000))).isEqualTo(413);
        assertThat(post.trace(id).state()).isEqualTo(State.SENT);
    }

    private int report(String body) throws Exception {
        return send(request("sms")
                .header("X-Desk-Token", TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String gatewayAndMore) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/notifications/receipts/" + gatewayAndMore));
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
