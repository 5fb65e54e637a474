package id.deskpilkada.notification;

import static id.deskpilkada.notification.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Browser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class SentMessagesTests {

    @Autowired
    Post post;

    @LocalServerPort
    int port;

    private SmallRegency regency;
    private Actor camat;
    private UUID undelivered;

    @BeforeEach
    void aMessageThatReachedNobody() {
        regency = post.regency();
        camat = post.person(regency, "camat.baros", "camat@36.04.05", "0812", null);
        regency.person("desk", "desk", "36.04");
        regency.person("bantuan", "helpdesk", "36.04.06");
        undelivered = post.send(post.test(camat, "keluar/1").urgently());
        post.drain();
    }

    @Test
    void whatReachedNobodyIsListedWithItsReason() {
        var page = new Browser(port)
                .signIn("desk", SmallRegency.PASSWORD)
                .get("/desk/pesan")
                .body();

        assertThat(page)
                .contains("<th scope=\"row\">camat.baros</th>")
                .contains("Nomor telepon ini salah.")
                .contains("Kirim ulang")
                .doesNotContain("style=");
        var list = desk().get("/api/notifications?state=NOT_DELIVERED").body();
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").get(0).path("ways").get(0).path("reason").asText())
                .isEqualTo("WRONG_PHONE_NUMBER");
        assertThat(list.path("items").get(0).has("text")).isFalse();
    }

    @Test
    void aMendedNumberIsUsedByTheRetry() {
        camat = post.person(regency, "camat.baros", "camat@36.04.05", Post.PHONE, null);
        try (var gateway = post.gateway()) {
            var browser = new Browser(port).signIn("desk", SmallRegency.PASSWORD);
            assertThat(browser.get("/desk/pesan").body()).contains("https://wa.me/6281234567890?text=");

            browser.submit("/desk/pesan", "/desk/pesan/" + undelivered + "/ulang", Map.of());
            assertThat(post.trace(undelivered).state()).isEqualTo(State.PENDING);
            post.drain();

            assertThat(gateway.taken()).hasSize(1);
            assertThat(post.way(undelivered, SMS).address()).isEqualTo(Post.PHONE);
            assertThat(post.trace(undelivered).state()).isEqualTo(State.SENT);
            assertThat(desk().post("/api/notifications/" + undelivered + "/retry", "")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void theFirstAddressOfSomebodyWhoHadNoneIsUsedByTheRetry() {
        var nobody = post.person(regency, "camat.pabuaran", "camat@36.04.06", null, null);
        var id = post.send(post.test(nobody, "keluar/2").urgently());
        post.drain();
        post.person(regency, "camat.pabuaran", "camat@36.04.06", Post.PHONE, null);

        try (var gateway = post.gateway()) {
            assertThat(desk().post("/api/notifications/" + id + "/retry", "").status())
                    .isEqualTo(202);
            post.drain();
            assertThat(gateway.taken()).hasSize(1);
        }
        assertThat(post.trace(id).ways()).extracting(MessageTrace.Way::channel).containsExactly(SMS);
    }

    @Test
    void eachSeesWhatWasSentInsideTheirOwnArea() {
        var helpdesk = new DeskClient(port, "bantuan", SmallRegency.PASSWORD);

        assertThat(helpdesk.get("/api/notifications").body().path("total").asInt())
                .isZero();
        assertThat(helpdesk.post("/api/notifications/" + undelivered + "/retry", "")
                        .status())
                .isEqualTo(404);
        var outsider = new DeskClient(port, "camat.baros", SmallRegency.PASSWORD);
        assertThat(outsider.get("/api/notifications").status()).isEqualTo(403);
        assertThat(outsider.get("/desk/pesan").status()).isEqualTo(403);
    }

    private DeskClient desk() {
        return new DeskClient(port, "desk", SmallRegency.PASSWORD);
    }
}
