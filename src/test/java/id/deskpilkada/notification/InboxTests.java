package id.deskpilkada.notification;

import static id.deskpilkada.notification.ChannelCode.EMAIL;
import static id.deskpilkada.notification.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.WayState;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Browser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class InboxTests {

    @Autowired
    Post post;

    @LocalServerPort
    int port;

    private Actor camat;
    private DeskClient client;
    private DeskClient other;

    @BeforeEach
    void twoPeople() {
        SmallRegency regency = post.regency();
        camat = post.person(regency, "camat.baros", "camat@36.04.05", Post.PHONE, "camat@baros.example.go.id");
        post.person(regency, "camat.pabuaran", "camat@36.04.06", null, null);
        client = new DeskClient(port, "camat.baros", SmallRegency.PASSWORD);
        other = new DeskClient(port, "camat.pabuaran", SmallRegency.PASSWORD);
    }

    @Test
    void everyMessageIsInTheInboxWhateverTheChannelsDo() {
        var id = post.send(post.test(camat, "kotak/1").linking("/desk"));

        var inbox = client.get("/api/inbox").body();

        assertThat(inbox.path("total").asInt()).isEqualTo(1);
        var message = inbox.path("items").get(0);
        assertThat(message.path("id").asText()).isEqualTo(id.toString());
        assertThat(message.path("subject").asText()).isEqualTo("Pesan uji");
        assertThat(message.path("text").asText()).startsWith("Ini pesan uji untuk camat.baros.");
        assertThat(message.path("link").asText()).isEqualTo("/desk");
        assertThat(message.path("readAt").isNull()).isTrue();
        assertThat(client.get("/api/inbox/unread").body().path("unread").asInt())
                .isEqualTo(1);
    }

    @Test
    void nobodySeesOrReadsTheInboxOfAnother() {
        var id = post.send(post.test(camat, "kotak/2"));

        assertThat(other.get("/api/inbox").body().path("total").asInt()).isZero();
        assertThat(other.post("/api/inbox/" + id + "/read", "").status()).isEqualTo(404);
        assertThat(other.post("/api/inbox/" + UUID.randomUUID() + "/read", "").status())
                .isEqualTo(404);
        assertThat(other.post("/api/inbox/bukan-nomor/read", "").status()).isEqualTo(422);
        assertThat(post.trace(id).readAt()).isNull();
    }

    @Test
    void whatHasBeenReadHasArrivedAndGoesOutNoMore() {
        var id = post.send(post.test(camat, "kotak/3").urgently());

        assertThat(client.post("/api/inbox/" + id + "/read", "").status()).isEqualTo(204);
        assertThat(client.post("/api/inbox/" + id + "/read", "").status())
                .as("again")
                .isEqualTo(204);

        assertThat(post.drain()).isZero();
        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.CANCELLED);
        assertThat(post.events()).singleElement().isInstanceOfSatisfying(MessageDelivered.class, event -> assertThat(
                        event.channel())
                .isEqualTo(ChannelCode.INBOX));
    }

    @Test
    void aPersonChoosesHowToBeReached() {
        var chosen = client.put(
                "/api/inbox/channels",
                """
                {"channels": [{"channel": "SMS", "uses": "ALWAYS"}, {"channel": "EMAIL", "uses": "URGENT"}]}""");
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body().path("channels").get(0).path("channel").asText())
                .isEqualTo("SMS");

        var everyday = post.send(post.test(camat, "kotak/4"));
        var urgent = post.send(post.test(camat, "kotak/5").urgently());

        assertThat(post.trace(everyday).ways())
                .extracting(MessageTrace.Way::channel)
                .containsExactly(SMS);
        assertThat(post.trace(urgent).ways())
                .extracting(MessageTrace.Way::channel)
                .containsExactly(SMS, EMAIL);
        assertThat(client.put(
                                "/api/inbox/channels",
                                """
                {"channels": [{"channel": "NOWHERE", "uses": "ALWAYS"}]}""")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void thePageWorksWithoutScripts() {
        var id = post.send(post.test(camat, "kotak/6").urgently());
        var browser = new Browser(port).signIn("camat.baros", SmallRegency.PASSWORD);

        var page = browser.get("/kotak-masuk").body();
        assertThat(page).contains("Pesan uji").contains("Mendesak").contains("camat@baros.example.go.id");
        assertThat(page).contains("Kotak masuk: 1 pesan belum dibaca").doesNotContain("style=");

        browser.submit("/kotak-masuk", "/kotak-masuk/" + id + "/dibaca", Map.of());
        assertThat(post.trace(id).state()).isEqualTo(State.DELIVERED);
        browser.submit("/kotak-masuk", "/kotak-masuk/cara", Map.of("email", "NEVER", "sms", "ALWAYS", "dahulu", "SMS"));
        assertThat(post.trace(post.send(post.test(camat, "kotak/7"))).ways())
                .extracting(MessageTrace.Way::channel)
                .containsExactly(SMS);
        var tested = browser.submit("/kotak-masuk", "/kotak-masuk/uji", Map.of());
        assertThat(tested.statusCode()).isEqualTo(302);
        assertThat(client.get("/api/inbox").body().path("total").asInt()).isEqualTo(3);
        assertThat(browser.get("/kotak-masuk/daftar?belum=true").body())
                .contains("Pesan uji")
                .doesNotContain("<html");
    }
}
