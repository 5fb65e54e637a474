package id.deskpilkada.simulation.play;

import id.deskpilkada.simulation.http.Answer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs errands at their times with a few hands; a step that is late is done as soon as a hand is free. The steps of one errand follow each other. */
public final class Player implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Player.class);
    private static final int LONGEST_TEXT = 400;

    private final Clock clock;
    private final Patience patience;
    private final int hands;
    private final ExecutorService cast;
    private final DelayQueue<Cue> cues = new DelayQueue<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** @param hands requests that may be under way at once */
    public Player(Clock clock, int hands, Patience patience) {
        this.clock = clock;
        this.patience = patience;
        this.hands = hands;
        this.cast = Executors.newFixedThreadPool(hands, run -> new Thread(run, "simulasi-peran"));
    }

    /** Answers when every errand has ended; false when that takes longer than it may. */
    public boolean play(List<Errand> errands, Duration atMost) throws InterruptedException {
        var left = new CountDownLatch(errands.size());
        errands.forEach(errand -> cues.add(Cue.first(errand, clock)));
        for (int hand = 0; hand < hands; hand++) {
            cast.execute(() -> follow(left));
        }
        return left.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often each step was done, and how often which one was refused. */
    public Map<String, Long> counts() {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }

    private void follow(CountDownLatch left) {
        try {
            while (!cast.isShutdown()) {
                perform(cues.take(), left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Cue cue, CountDownLatch left) {
        try {
            var answer = cue.step().act().get();
            if (answer.done()) {
                count(cue.step().name());
                goOn(cue, left);
            } else if (mayComeLater(answer) && patience.goesOnAfter(cue.attempt())) {
                cues.add(cue.again(patience.pauseAfter(cue.attempt(), answer.retryAfter())));
            } else {
                refused(cue, answer, left);
            }
        } catch (UncheckedIOException e) {
            unanswered(cue, e, left);
        } catch (RuntimeException e) {
            log.error(
                    "SIMULASI: {} for {} stopped",
                    cue.step().name(),
                    cue.errand().about(),
                    e);
            left.countDown();
        }
    }

    private void goOn(Cue done, CountDownLatch left) {
        if (done.isLast()) {
            left.countDown();
        } else {
            cues.add(done.next());
        }
    }

    private void refused(Cue cue, Answer answer, CountDownLatch left) {
        var name = cue.step().name();
        var about = cue.errand().about();
        count(name + " refused");
        if (cue.step().expectsRefusal()) {
            log.info("SIMULASI: {} for {} was refused as it should be: {}", name, about, answer.code());
            goOn(cue, left);
        } else {
            var text = answer.body().toString();
            log.warn(
                    "SIMULASI: {} for {} was refused: {} {}",
                    name,
                    about,
                    answer.status(),
                    text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
            left.countDown();
        }
    }

    private void unanswered(Cue cue, UncheckedIOException e, CountDownLatch left) {
        if (patience.goesOnAfter(cue.attempt()) && !cast.isShutdown()) {
            cues.add(cue.again(patience.pauseAfter(cue.attempt(), Duration.ZERO)));
        } else {
            log.warn("SIMULASI: no answer for {}: {}", cue.errand().about(), e.getMessage());
            left.countDown();
        }
    }

    /** What a step needs may not be there yet. */
    private static boolean mayComeLater(Answer answer) {
        return answer.later() || answer.status() == 404 || answer.status() == 409 || answer.status() == 401;
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    @Override
    public void close() {
        cast.shutdownNow();
    }
}
