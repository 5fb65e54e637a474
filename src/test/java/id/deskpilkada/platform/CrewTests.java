package id.deskpilkada.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that work something off. The looks by themselves are hours apart, so that only a bell goes on. */
@Timeout(60)
class CrewTests {

    private static final Duration HOURS = Duration.ofHours(9);

    private final SynchronousQueue<Integer> done = new SynchronousQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Crew.Doorbell bell = new Crew.Doorbell();
    private final Crew crew = new Crew("The test", true, HOURS, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        crew.stop();
    }

    @Test
    void worksOffAllThereIsAndGoesOnAtTheBell() throws InterruptedException {
        waiting.set(2);
        crew.with("one", this::next, bell).start();
        assertThat(done.take()).isEqualTo(1);
        assertThat(done.take()).isZero();

        waiting.set(1);
        bell.ring();
        assertThat(done.take()).isZero();
    }

    @Test
    void goesOnAfterAFault() throws InterruptedException {
        var tries = new AtomicInteger();
        crew.with(
                        "one",
                        () -> {
                            if (tries.incrementAndGet() == 1) {
                                waiting.set(1);
                                throw new IllegalStateException("for a moment");
                            }
                            return next();
                        },
                        bell)
                .start();
        assertThat(done.take()).isZero();
    }

    @Test
    void whoeverStopsItWaitsForWhatIsBeingDone() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicInteger();
        crew.with(
                        "one",
                        () -> {
                            begun.countDown();
                            await(mayEnd);
                            ended.incrementAndGet();
                            return true;
                        },
                        bell)
                .start();
        begun.await();
        var stopping = new Thread(crew::stop);
        stopping.start();
        while (crew.isRunning()) {
            Thread.onSpinWait();
        }
        assertThat(ended).hasValue(0);
        mayEnd.countDown();
        stopping.join();
        assertThat(ended).hasValue(1);
    }

    private boolean next() {
        if (waiting.get() == 0) {
            return false;
        }
        try {
            done.put(waiting.decrementAndGet());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
