package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.weeks.Errand.Step;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs errands with a few hands. A step whose task is not there yet is tried again for a while. */
final class Errands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int MOST_TRIES = 45;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Instant began;
    private final Clock clock;
    private final ScheduledExecutorService hands;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    Errands(Instant began, Clock clock, int hands) {
        this.began = began;
        this.clock = clock;
        this.hands = Executors.newScheduledThreadPool(hands, run -> new Thread(run, "simulasi-persiapan"));
    }

    /** False when not all had ended within the time. */
    boolean run(List<Errand> errands, Duration atMost) throws InterruptedException {
        var left = new CountDownLatch(errands.size());
        errands.forEach(errand -> plan(errand, 0, left));
        return left.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often each step was done, and how often which one was refused. */
    Map<String, Long> counts() {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }

    private void plan(Errand errand, int number, CountDownLatch left) {
        if (number == errand.steps().size()) {
            left.countDown();
            return;
        }
        var wait = Duration.between(
                clock.instant(), began.plus(errand.steps().get(number).at()));
        after(wait, () -> perform(errand, number, 1, left));
    }

    private void perform(Errand errand, int number, int attempt, CountDownLatch left) {
        var step = errand.steps().get(number);
        try {
            var answer = step.act().get();
            if (answer.done()) {
                count(step.name());
                plan(errand, number + 1, left);
            } else if (mayComeLater(answer) && attempt < MOST_TRIES) {
                after(pause(attempt, answer), () -> perform(errand, number, attempt + 1, left));
            } else {
                refused(step, answer, left);
            }
        } catch (UncheckedIOException e) {
            after(pause(attempt, null), () -> perform(errand, number, attempt + 1, left));
        } catch (RuntimeException e) {
            log.error("SIMULASI: {} stopped", step.name(), e);
            left.countDown();
        }
    }

    private void refused(Step step, Answer answer, CountDownLatch left) {
        count(step.name() + " refused");
        var text = answer.body().toString();
        log.warn(
                "SIMULASI: {} was refused: {} {}",
                step.name(),
                answer.status(),
                text.length() <= 400 ? text : text.substring(0, 400));
        left.countDown();
    }

    private static boolean mayComeLater(Answer answer) {
        return answer.later() || answer.status() == 404 || answer.status() == 409 || answer.status() == 401;
    }

    private static Duration pause(int attempt, @org.jspecify.annotations.Nullable Answer answer) {
        var pause = PAUSE.multipliedBy(attempt);
        var bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return answer != null && answer.retryAfter().compareTo(bounded) > 0 ? answer.retryAfter() : bounded;
    }

    private void after(Duration wait, Runnable act) {
        try {
            hands.schedule(act, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("SIMULASI: stopped while an errand was under way");
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
