package id.deskpilkada.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FewAtOnceTests {

    final FewAtOnce few = new FewAtOnce(2, 3, Duration.ofMinutes(1));
    final ExecutorService callers = Executors.newCachedThreadPool();
    final CountDownLatch end = new CountDownLatch(1);
    final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        end.countDown();
        callers.shutdownNow();
    }

    @Test
    void fewRunAtOnceFewWaitAndWhoeverComesThenIsSentAwayAtOnce() throws Exception {
        var calls = Stream.generate(this::call).limit(6).toList();
        Until.holds(
                "one is sent away", Duration.ofSeconds(30), () -> calls.stream().anyMatch(Future::isDone));
        Until.holds("two run", Duration.ofSeconds(30), () -> begun.get() == 2);
        end.countDown();

        var ended = new ArrayList<String>();
        for (var call : calls) {
            ended.add(call.get(30, TimeUnit.SECONDS));
        }
        assertThat(ended).containsExactlyInAnyOrder("TRY_AGAIN", "done", "done", "done", "done", "done");
    }

    @Test
    void aFailureLeavesItsPlace() {
        for (int again = 0; again < 20; again++) {
            assertThatThrownBy(() -> few.run(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(few.run(() -> "done")).isEqualTo("done");
    }

    @Test
    void whoeverWaitsTooLongIsSentAway() throws Exception {
        var impatient = new FewAtOnce(1, 1, Duration.ZERO);
        callers.submit(() -> impatient.run(this::work));
        Until.holds("it runs", Duration.ofSeconds(30), () -> begun.get() == 1);
        assertThatThrownBy(() -> impatient.run(() -> "never")).hasMessage("TRY_AGAIN");
    }

    private Future<String> call() {
        return callers.submit(() -> {
            try {
                return few.run(this::work);
            } catch (Problem refused) {
                return refused.code();
            }
        });
    }

    private String work() {
        begun.incrementAndGet();
        try {
            return end.await(60, TimeUnit.SECONDS) ? "done" : "late";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }
}
