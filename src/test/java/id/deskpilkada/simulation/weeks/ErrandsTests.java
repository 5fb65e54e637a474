package id.deskpilkada.simulation.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.weeks.Errand.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ErrandsTests {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Clock clock = Clock.systemUTC();
    final Errands errands = new Errands(clock.instant(), clock, 2);

    @Test
    void aStepWhoseTaskIsNotThereYetIsTriedAgainAndTheNextOneWaits() throws InterruptedException {
        var errand = new Errand(step("FIRST", answers(404, 409, 200))).then(step("SECOND", answers(201)));
        assertThat(errands.run(List.of(errand), PATIENCE)).isTrue();
        assertThat(errands.counts()).containsOnlyKeys("FIRST", "SECOND").containsValues(1L);
    }

    @Test
    void whatIsRefusedEndsItsErrandAndIsCounted() throws InterruptedException {
        var errand = new Errand(step("FIRST", answers(422))).then(step("SECOND", answers(201)));
        assertThat(errands.run(List.of(errand), PATIENCE)).isTrue();
        assertThat(errands.counts()).containsOnlyKeys("FIRST refused");
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws InterruptedException {
        var later = new Step("LATER", Duration.ofHours(1), answers(200));
        assertThat(errands.run(List.of(new Errand(later)), Duration.ofMillis(50)))
                .isFalse();
        errands.close();
    }

    private static Step step(String name, Supplier<Answer> act) {
        return new Step(name, Duration.ZERO, act);
    }

    private static Supplier<Answer> answers(Integer... statuses) {
        Queue<Integer> left = new ArrayDeque<>();
        Collections.addAll(left, statuses);
        return () -> new Answer(left.remove(), MissingNode.getInstance(), Duration.ZERO);
    }
}
