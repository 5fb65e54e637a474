package id.deskpilkada.notification;

import static id.deskpilkada.notification.ChannelCode.EMAIL;
import static id.deskpilkada.notification.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.WayState;
import id.deskpilkada.notification.outbox.OldMessages;
import id.deskpilkada.platform.Actor;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class OutboxTests {

    @Autowired
    Post post;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    private MailServer mail;
    private SmsGateway gateway;
    private SmallRegency regency;
    private Actor camat;

    @BeforeEach
    void aCamatWithAddresses() {
        regency = post.regency();
        camat = post.person(regency, "camat.baros", "camat@36.04.05", Post.PHONE, "camat@baros.example.go.id");
        mail = post.mailServer();
        gateway = post.gateway();
    }

    @AfterEach
    void closeTheServers() {
        mail.close();
        gateway.close();
    }

    @Test
    void anEverydayMessageGoesByEmailOnly() throws Exception {
        var id = post.send(post.test(camat, "uji/1").linking("/kotak-masuk"));
        assertThat(post.drain()).isEqualTo(1);

        var letter = mail.letters().get(0);
        assertThat(letter.getSubject()).isEqualTo("Desk Pilkada: Pesan uji");
        assertThat(letter.getMessageID()).isEqualTo("<" + id + "@example.go.id>");
        assertThat(letter.getAllRecipients()[0]).hasToString("camat@baros.example.go.id");
        assertThat(text(letter))
                .contains("Yth. camat.baros,")
                .contains("Ini pesan uji untuk camat.baros.")
                .contains("https://desk.example.go.id/kotak-masuk")
                .contains("<a href=\"https://desk.example.go.id/kotak-masuk\">");
        assertThat(gateway.taken()).isEmpty();
        assertThat(post.trace(id).state()).isEqualTo(State.SENT);
        assertThat(post.way(id, EMAIL).reference()).isEqualTo(letter.getMessageID());
        assertThat(post.events()).singleElement().isInstanceOf(MessageSent.class);
    }

    @Test
    void anUrgentMessageGoesByEmailAndSmsAtOnce() {
        var id = post.send(post.test(camat, "uji/2").urgently());
        post.drain();

        assertThat(mail.letters()).hasSize(1);
        var sms = gateway.taken().get(0);
        assertThat(sms.path("to").asText()).isEqualTo("+6281234567890");
        assertThat(sms.path("text").asText()).startsWith("Desk Pilkada: Pesan uji untuk camat.baros.");
        assertThat(sms.path("id").asText()).isEqualTo(id.toString());
        assertThat(gateway.authorizations()).containsExactly("Bearer kunci-gerbang-uji");
        assertThat(post.way(id, SMS).reference()).isEqualTo("G-1");
    }

    @Test
    void aGivenOrderIsTriedOneAfterTheOther() {
        gateway.is(SmsGateway.Mood.REFUSING);
        var id = post.send(post.test(camat, "uji/3").urgently().by(SMS, EMAIL));

        assertThat(post.way(id, EMAIL).state()).isEqualTo(WayState.RESERVE);
        post.drain();

        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.FAILED);
        assertThat(post.way(id, SMS).reason()).isEqualTo("GATEWAY_REFUSED");
        assertThat(mail.letters()).hasSize(1);
        assertThat(post.trace(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void whatTookTheMessageSparesTheRest() {
        var id = post.send(post.test(camat, "uji/4").by(SMS, EMAIL));
        post.drain();

        assertThat(gateway.taken()).hasSize(1);
        assertThat(mail.letters()).isEmpty();
        assertThat(post.way(id, EMAIL).state()).isEqualTo(WayState.RESERVE);
    }

    @Test
    void theSameOccasionIsToldOnce() {
        var first = post.send(post.test(camat, "uji/5"));
        var again = post.send(post.test(camat, "uji/5"));
        var other = post.send(post.test(camat, "uji/6"));
        post.drain();

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
        assertThat(mail.letters()).hasSize(2);
    }

    @Test
    void whatIsRolledBackWasNeverSent() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    notifications.send(post.test(camat, "uji/7"));
                    throw new IllegalStateException("the feature fails");
                }))
                .hasMessage("the feature fails");

        assertThat(post.drain()).isZero();
        assertThatThrownBy(() -> notifications.send(post.test(camat, "uji/8")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aContactOutsideTheStaffListIsReachedToo() throws Exception {
        var id = post.send(Message.of("test", "Posko BPBD")
                .to(Recipient.contact("Posko BPBD", Map.of(EMAIL, "posko@bpbd.example.go.id")))
                .about("uji/9", "3604")
                .with(new Attachment("laporan.pdf", "application/pdf", new byte[] {37, 80, 68, 70})));
        post.drain();

        assertThat(post.trace(id).state()).isEqualTo(State.SENT);
        assertThat(text(mail.letters().get(0))).contains("Yth. Posko BPBD,").contains("laporan.pdf");
    }

    @Test
    void whereVotesAreToldTheDisclaimerIsToo() throws Exception {
        post.send(post.test(camat, "uji/10").urgently().carryingVotes());
        post.drain();

        assertThat(text(mail.letters().get(0))).contains("Acuan tetap hasil KPU");
        assertThat(gateway.taken().get(0).path("text").asText()).endsWith("Data cepat, bukan hasil resmi.");
    }

    @Test
    void manyWorkersSendEachMessageOnce() {
        IntStream.range(0, 40).forEach(number -> post.send(post.test(camat, "uji/banyak/" + number)));

        var workers = IntStream.range(0, 4)
                .mapToObj(worker -> CompletableFuture.supplyAsync(post::drain))
                .toList();
        int attempts = workers.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(attempts).isEqualTo(40);
        assertThat(mail.letters()).hasSize(40);
        assertThat(post.events()).hasSize(40);
    }

    @Test
    void aFeatureThatFailsIsToldAgainAndNothingIsSentTwice(@Autowired Heard heard) {
        heard.fails(true);
        var id = post.send(post.test(camat, "uji/11"));
        post.drain();
        assertThat(post.trace(id).state()).isEqualTo(State.SENT);

        heard.fails(false);
        post.timePasses();
        post.drain();

        assertThat(post.events()).hasSize(1);
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void oldMessagesAreForgottenAndYoungOnesStay(@Autowired OldMessages old, @Autowired Installation installation) {
        var gone = post.send(post.test(camat, "uji/12"));
        var kept = post.send(post.test(camat, "uji/13"));
        post.drain();
        installation
                .asOwner()
                .update("UPDATE desk.message SET created_at = now() - interval '366 days' WHERE id = ?", gone);

        old.forget();

        assertThat(notifications.trace(gone)).isEmpty();
        assertThat(notifications.trace(kept)).isPresent();
    }

    private static String text(MimeMessage letter) throws Exception {
        var whole = new StringBuilder();
        collect(letter.getContent(), whole);
        return whole.toString();
    }

    private static void collect(Object content, StringBuilder whole) throws Exception {
        if (content instanceof jakarta.mail.Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                var part = parts.getBodyPart(at);
                whole.append(part.getFileName()).append('\n');
                collect(part.getContent(), whole);
            }
        } else if (content instanceof String text) {
            whole.append(text).append('\n');
        }
    }
}
