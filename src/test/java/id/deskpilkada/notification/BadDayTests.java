package id.deskpilkada.notification;

import static id.deskpilkada.notification.ChannelCode.EMAIL;
import static id.deskpilkada.notification.ChannelCode.NOWHERE;
import static id.deskpilkada.notification.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.WayState;
import id.deskpilkada.notification.SmsGateway.Mood;
import id.deskpilkada.platform.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Gateways that fail, hang or answer nonsense, and workers that die: everything ends where the desk can see it. */
@WholeApplication
class BadDayTests {

    @Autowired
    Post post;

    @Autowired
    Installation installation;

    private SmsGateway gateway;
    private SmallRegency regency;
    private Actor camat;

    @BeforeEach
    void aCamatWithATelephone() {
        regency = post.regency();
        camat = post.person(regency, "camat.baros", "camat@36.04.05", Post.PHONE, null);
        gateway = post.gateway();
    }

    @AfterEach
    void closeTheGateway() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILING, GATEWAY_FAILED, 4",
        "UNCLEAR, GATEWAY_UNCLEAR, 4",
        "REFUSING, GATEWAY_REFUSED, 1",
    })
    void whatNeverGoesWellEndsNotDeliveredWithItsReason(Mood mood, String reason, int attempts) {
        gateway.is(mood);
        var id = urgent("buruk/1");

        post.drainToTheEnd();

        var way = post.way(id, SMS);
        assertThat(post.trace(id).state()).isEqualTo(State.NOT_DELIVERED);
        assertThat(way.reason()).isEqualTo(reason);
        assertThat(way.attempts()).isEqualTo(attempts);
        assertThat(gateway.taken()).hasSize(attempts);
        assertThat(post.events()).singleElement().isInstanceOfSatisfying(MessageNotDelivered.class, event -> {
            assertThat(event.message()).isEqualTo(id);
            assertThat(event.reason()).isEqualTo(reason);
        });
    }

    @Test
    void whatMayHaveGoneOutIsSentAgainOnlyWithAMark() {
        gateway.is(Mood.FAILING);
        var id = urgent("buruk/2");
        post.drain();
        assertThat(post.way(id, SMS).repeated()).isFalse();

        gateway.is(Mood.WELL);
        post.timePasses();
        post.drain();

        assertThat(post.way(id, SMS).repeated()).isTrue();
        assertThat(gateway.taken().get(0).path("text").asText()).doesNotContain("Kirim ulang");
        assertThat(gateway.taken().get(1).path("text").asText()).startsWith("(Kirim ulang, mungkin sudah diterima) ");
    }

    @Test
    void aGatewayThatCannotBeReachedIsTriedAgainWithoutAMark() {
        gateway.close();
        var id = urgent("buruk/3");
        post.drain();
        assertThat(post.way(id, SMS).reason()).isEqualTo("GATEWAY_UNREACHABLE");

        gateway = post.gateway();
        post.timePasses();
        post.drain();

        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.SENT);
        assertThat(post.way(id, SMS).repeated()).isFalse();
    }

    @Test
    void theWaitDoubles() {
        gateway.is(Mood.FAILING);
        urgent("buruk/4");
        var waits = new java.util.ArrayList<Long>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            post.drain();
            waits.add(installation
                    .asOwner()
                    .queryForObject(
                            "SELECT round(extract(epoch FROM next_attempt_at - changed_at)) FROM desk.message_delivery",
                            Long.class));
            post.timePasses();
        }
        assertThat(waits).containsExactly(10L, 20L, 40L);
    }

    @ParameterizedTest
    @CsvSource({"HANGING", "DRIPPING"})
    void aHangingGatewayHoldsNeitherConnectionNorOtherChannels(Mood mood, @Autowired DataSource database)
            throws Exception {
        gateway.is(mood);
        var pool = database.unwrap(com.zaxxer.hikari.HikariDataSource.class).getHikariPoolMXBean();
        var id = urgent("buruk/5");
        var worker = CompletableFuture.supplyAsync(post::drain);
        while (gateway.taken().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(pool.getActiveConnections()).isZero();

        var begun = Instant.now();
        try (var mail = post.mailServer()) {
            var other = post.person(regency, "desk.satu", "desk@36.04", null, "desk@example.go.id");
            post.send(post.test(other, "buruk/6"));
            post.drain();
            assertThat(mail.letters()).hasSize(1);
        }
        worker.join();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(post.way(id, SMS).reason()).isIn("NO_ANSWER_IN_TIME", "GATEWAY_SILENT");
    }

    @Test
    void aWorkerThatDiedLeavesAMarkedRepeatAndNeverASilentLoss() {
        var id = urgent("buruk/7");
        installation
                .asOwner()
                .update(
                        "UPDATE desk.message_delivery SET state = 'SENDING', attempts = 1, lease = gen_random_uuid(), lease_until = now() + interval '1 minute'");
        assertThat(post.drain()).as("held by the one that may still live").isZero();

        post.timePasses();
        post.drain();

        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.SENT);
        assertThat(post.way(id, SMS).repeated()).isTrue();
        assertThat(gateway.taken().get(0).path("text").asText()).startsWith("(Kirim ulang");
    }

    @Test
    void aWorkerThatComesBackTooLateChangesNothingOfTheOther() throws Exception {
        gateway.is(Mood.HANGING);
        var id = urgent("buruk/8");
        var slow = CompletableFuture.supplyAsync(post::drain);
        while (gateway.taken().isEmpty()) {
            Thread.onSpinWait();
        }
        gateway.is(Mood.WELL);
        post.timePasses();
        post.drain();
        slow.join();

        assertThat(post.way(id, SMS).state()).isEqualTo(WayState.SENT);
        assertThat(post.way(id, SMS).repeated()).isTrue();
        assertThat(post.way(id, SMS).attempts()).isEqualTo(2);
        assertThat(post.events()).singleElement().isInstanceOf(MessageSent.class);
    }

    @Test
    void onePoisonousMessageThatKillsItsWorkersIsGivenUp() {
        var id = urgent("buruk/9");
        installation
                .asOwner()
                .update(
                        "UPDATE desk.message_delivery SET state = 'SENDING', attempts = 4, lease = gen_random_uuid(), lease_until = now() - interval '1 minute'");
        post.drain();

        assertThat(post.trace(id).state()).isEqualTo(State.NOT_DELIVERED);
        assertThat(post.way(id, SMS).reason()).isEqualTo("INTERRUPTED");
        assertThat(gateway.taken()).isEmpty();
    }

    @Test
    void aWrongNumberIsNamed() {
        var wrong = post.person(regency, "petugas", "tps-officer@" + SmallRegency.TPS.get(0), "0812", null);
        var id = post.send(post.test(wrong, "buruk/10").urgently());
        post.drain();

        assertThat(post.way(id, SMS).reason()).isEqualTo("WRONG_PHONE_NUMBER");
        assertThat(post.way(id, SMS).detail()).isEqualTo("0812");
    }

    @Test
    void whoHasNoAddressIsNotDeliveredWhenItIsUrgent() {
        var nobody = post.person(regency, "petugas", "tps-officer@" + SmallRegency.TPS.get(0), " ", null);
        var urgent = post.send(post.test(nobody, "buruk/11").urgently());
        var everyday = post.send(post.test(nobody, "buruk/12"));
        var agency = post.send(Message.of("test", "Damkar")
                .to(Recipient.contact("Damkar", Map.of()))
                .about("buruk/13", "3604"));
        post.drain();

        assertThat(post.trace(urgent).state()).isEqualTo(State.NOT_DELIVERED);
        assertThat(post.way(urgent, NOWHERE).reason()).isEqualTo("NO_ADDRESS");
        assertThat(post.trace(everyday).state()).as("it is in the inbox").isEqualTo(State.SENT);
        assertThat(post.trace(agency).state()).isEqualTo(State.NOT_DELIVERED);
        assertThat(post.events()).hasSize(2).hasOnlyElementsOfType(MessageNotDelivered.class);
    }

    @Test
    void aMailServerThatIsDownOrRefusesIsTold() {
        var writer = post.person(regency, "surel", "camat@36.04.06", null, "bukan alamat");
        var wrong = post.send(post.test(writer, "buruk/14"));
        var reader = post.person(regency, "surel2", "camat@36.04.06", null, "camat@pabuaran.example.go.id");
        var down = post.send(post.test(reader, "buruk/15"));

        post.drain();
        assertThat(post.way(wrong, EMAIL).reason()).isEqualTo("WRONG_EMAIL_ADDRESS");
        assertThat(post.way(down, EMAIL).reason()).isEqualTo("MAIL_UNREACHABLE");
        assertThat(post.way(down, EMAIL).state()).isEqualTo(WayState.WAITING);

        try (var mail = post.mailServer()) {
            post.timePasses();
            post.drain();
            assertThat(mail.letters()).hasSize(1);
        }
        assertThat(post.way(down, EMAIL).repeated()).isFalse();
    }

    private UUID urgent(String occasion) {
        return post.send(post.test(camat, occasion).urgently());
    }
}
