package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.http.Answer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the stories at their times with a few hands; an act that is late is done as soon as a hand is free. The acts of one form follow each other. */
final class Player implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Player.class);
    private static final int MOST_TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Stage stage;
    private final Instant opened;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor hands;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    Player(Stage stage, Instant opened, Clock clock, int hands) {
        this.stage = stage;
        this.opened = opened;
        this.clock = clock;
        this.hands = new ScheduledThreadPoolExecutor(hands);
        this.hands.setRemoveOnCancelPolicy(true);
        this.hands.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Answers when every story has ended, or false after the longest time. */
    boolean play(List<FormStory> stories, Duration longest) throws InterruptedException {
        var left = new CountDownLatch(stories.size());
        stories.forEach(story -> schedule(story, 0, 1, until(story.times().get(0)), left));
        return left.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often each act was done, and how often which one was refused. */
    Map<String, Long> counts() {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }

    private Duration until(Duration time) {
        return Duration.between(clock.instant(), opened.plus(time));
    }

    private void schedule(FormStory form, int act, int attempt, Duration delay, CountDownLatch left) {
        try {
            hands.schedule(
                    () -> perform(form, act, attempt, left), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            left.countDown();
        }
    }

    private void perform(FormStory form, int number, int attempt, CountDownLatch left) {
        var act = form.story().acts().get(number);
        try {
            var answer = stage.play(act, form, form.times().get(number));
            if (answer.done() || known(answer) || answer.status() == 409 && stage.over(form)) {
                count(act.name());
                follow(form, number, left);
            } else if (mayComeLater(answer) && attempt < MOST_TRIES) {
                schedule(form, number, attempt + 1, longer(pause(attempt), answer.retryAfter()), left);
            } else {
                refused(form, act, number, answer, left);
            }
        } catch (UncheckedIOException e) {
            broken(form, number, attempt, e, left);
        } catch (RuntimeException e) {
            log.error("SIMULASI: {} {} stopped", act, form.path(), e);
            left.countDown();
        }
    }

    private void follow(FormStory form, int done, CountDownLatch left) {
        if (done + 1 == form.times().size()) {
            left.countDown();
        } else {
            schedule(form, done + 1, 1, until(form.times().get(done + 1)), left);
        }
    }

    private void refused(FormStory form, Act act, int number, Answer answer, CountDownLatch left) {
        count(act + " refused");
        if (act.expectsRefusal()) {
            log.info(
                    "SIMULASI: {} for {} was refused as it should be: {} {}",
                    act,
                    form.path(),
                    answer.status(),
                    answer.code());
            follow(form, number, left);
        } else {
            log.warn("SIMULASI: {} for {} was refused: {} {}", act, form.path(), answer.status(), answer.code());
            left.countDown();
        }
    }

    private void broken(FormStory form, int number, int attempt, UncheckedIOException e, CountDownLatch left) {
        if (attempt < MOST_TRIES && !hands.isShutdown()) {
            schedule(form, number, attempt + 1, pause(attempt), left);
        } else {
            log.warn("SIMULASI: no answer for {}: {}", form.path(), e.getMessage());
            left.countDown();
        }
    }

    /** Each pause is longer than the one before: a slow machine needs patience more than requests. */
    private static Duration pause(int attempt) {
        var pause = PAUSE.multipliedBy(attempt);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Done before, by an earlier run or by the visitor. */
    private static boolean known(Answer answer) {
        return answer.code().equals("ALREADY_REKEYED") || answer.code().equals("REPORT_CONFLICT");
    }

    /** A form may not have got as far yet as its next act needs. */
    private static boolean mayComeLater(Answer answer) {
        return answer.later() || answer.status() == 404 || answer.status() == 409 || answer.status() == 401;
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
