package id.deskpilkada.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Pages that do not read, beside one that does. */
@Timeout(90)
class ListenersTests {

    private static final Actor BAROS = new Actor(1, "camat", "Camat", List.of(new Grant("camat", "36.04.05")));

    private final Listeners listeners = new Listeners(Clock.systemUTC());
    private final List<Deaf> deaf = new ArrayList<>();

    @AfterEach
    void letGo() {
        deaf.forEach(Deaf::fail);
        listeners.close();
    }

    @Test
    void aPageIsToldWhatConcernsItOnceHoweverOftenItHappened() throws InterruptedException {
        var page = reading();

        listeners.tell(
                List.of(new Hint("tally", "3604052001001"), new Hint("tally", "36"), new Hint("tally", "360406")));

        assertThat(page.next()).contains("3604052001001");
        assertThat(page.next()).contains("\"36\"");
        listeners.tell(List.of(new Hint("round", "3604")));
        assertThat(page.next()).as("that of another district is not told").contains("round");
    }

    /** With as many threads as there are pages this would need no thought; with a few that all wait it is the difference between a live desk and a dead one. */
    @Test
    void twoHundredPagesThatDoNotReadKeepTheOneThatDoesNotWaiting() throws InterruptedException {
        IntStream.range(0, 200).forEach(number -> deafOne());
        var page = reading();

        listeners.tell(List.of(new Hint("tally", "3604052001001")));
        String told = null;
        while (told == null) {
            listeners.tidy();
            told = page.heard.poll(50, TimeUnit.MILLISECONDS);
        }

        assertThat(told).contains("3604052001001");
        assertThat(listeners.size()).isEqualTo(201);
    }

    @Test
    void aPageThatDoesNotReadIsDroppedWithoutAnybodyWaitingForIt() throws InterruptedException {
        var one = deafOne();
        listeners.tell(List.of(new Hint("tally", "36")));
        assertThat(one.called.await(5, TimeUnit.SECONDS)).isTrue();

        listeners.tell(IntStream.range(0, 501)
                .mapToObj(number -> new Hint("tally", "%d".formatted(3604050000000L + number)))
                .toList());
        listeners.tidy();
        assertThat(listeners.size()).as("its thread still waits").isEqualTo(1);
        one.fail();

        while (listeners.size() > 0) {
            listeners.tidy();
        }
    }

    private Reading reading() {
        var page = new Reading();
        listeners.add(hint -> hint.concerns(BAROS), page);
        return page;
    }

    private Deaf deafOne() {
        var page = new Deaf();
        deaf.add(page);
        listeners.add(hint -> hint.concerns(BAROS), page);
        return page;
    }

    /** Takes what it is sent; what only keeps the line open is passed over. */
    private static final class Reading extends SseEmitter {

        final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public void send(Set<DataWithMediaType> items) {
            items.stream()
                    .flatMap(item -> Stream.of(item.getData().toString().split("\n\n")))
                    .filter(event -> event.startsWith("data:"))
                    .forEach(heard::add);
        }

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(5, TimeUnit.SECONDS));
        }
    }

    /** Never takes anything: a write waits until the connection is given up. */
    private static final class Deaf extends SseEmitter {

        final CountDownLatch called = new CountDownLatch(1);
        final CountDownLatch givenUp = new CountDownLatch(1);

        @Override
        public void send(Set<DataWithMediaType> items) throws IOException {
            called.countDown();
            try {
                givenUp.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("given up");
        }

        void fail() {
            givenUp.countDown();
        }
    }
}
