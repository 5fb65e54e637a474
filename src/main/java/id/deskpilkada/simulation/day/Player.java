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
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the stories at their times with a few hands; an act that is late is done as soon as a hand is free. The acts of one form follow each other. */
final class Player implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Player.class);
    private static final int MOST_TRIES = 20;
    /** Once the day is over, what is not possible soon was overtaken by what happened since. */
    private static final int TRIES_AFTERWARDS = 6;

    private static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Stage stage;
    private final Instant opened;
    private final Clock clock;
    private final int hands;
    private final ExecutorService cast;
    private final DelayQueue<Cue> cues = new DelayQueue<>();
    private volatile int tries = MOST_TRIES;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    Player(Stage stage, Instant opened, Clock clock, int hands) {
        this.stage = stage;
        this.opened = opened;
        this.clock = clock;
        this.hands = hands;
        this.cast = Executors.newFixedThreadPool(hands);
    }

    /** Answers when every story has ended; false when that takes much longer than the day. */
    boolean play(List<FormStory> stories, Duration day) throws InterruptedException {
        tries = clock.instant().isBefore(opened.plus(day)) ? MOST_TRIES : TRIES_AFTERWARDS;
        var left = new CountDownLatch(stories.size());
        stories.forEach(
                story -> cues.add(new Cue(story, 0, 1, opened.plus(story.times().get(0)), clock)));
        for (int hand = 0; hand < hands; hand++) {
            cast.execute(() -> follow(left));
        }
        return left.await(day.multipliedBy(3).plusMinutes(10).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often each act was done, and how often which one was refused. */
    Map<String, Long> counts() {
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
            var answer = stage.play(cue.act(), cue.form(), cue.form().times().get(cue.number()));
            if (answer.done() || known(answer) || answer.status() == 409 && stage.over(cue.form())) {
                count(cue.act().name());
                goOn(cue, left);
            } else if (mayComeLater(answer) && cue.attempt() < tries) {
                cues.add(cue.again(longer(pause(cue.attempt()), answer.retryAfter())));
            } else {
                refused(cue, answer, left);
            }
        } catch (UncheckedIOException e) {
            unanswered(cue, e, left);
        } catch (RuntimeException e) {
            log.error("SIMULASI: {} for {} stopped", cue.act(), cue.form().path(), e);
            left.countDown();
        }
    }

    private void goOn(Cue done, CountDownLatch left) {
        if (done.isLast()) {
            left.countDown();
        } else {
            cues.add(done.next(opened));
        }
    }

    private void refused(Cue cue, Answer answer, CountDownLatch left) {
        count(cue.act() + " refused");
        var path = cue.form().path();
        if (cue.act().expectsRefusal()) {
            log.info("SIMULASI: {} for {} was refused as it should be: {}", cue.act(), path, answer.code());
            goOn(cue, left);
        } else {
            log.warn("SIMULASI: {} for {} was refused: {} {}", cue.act(), path, answer.status(), answer.code());
            left.countDown();
        }
    }

    private void unanswered(Cue cue, UncheckedIOException e, CountDownLatch left) {
        if (cue.attempt() < tries && !cast.isShutdown()) {
            cues.add(cue.again(pause(cue.attempt())));
        } else {
            log.warn("SIMULASI: no answer for {}: {}", cue.form().path(), e.getMessage());
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
        cast.shutdownNow();
    }
}
