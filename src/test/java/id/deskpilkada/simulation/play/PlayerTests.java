package id.deskpilkada.simulation.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerTests {

    static final Duration AT_MOST = Duration.ofSeconds(20);
    static final Patience PATIENCE = new Patience(4, Duration.ofMillis(5), Duration.ofMillis(20));

    final Instant began = Instant.now();
    final Player player = new Player(Clock.systemUTC(), 1, PATIENCE);

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void aStepWhoseTimeHasNotComeIsTriedAgainAndTheNextOneWaits() throws InterruptedException {
        var errand = new Errand(step("FIRST", answers(404, 409, 200))).then(step("SECOND", answers(201)));
        assertThat(player.play(List.of(errand), AT_MOST)).isTrue();
        assertThat(player.counts()).containsOnlyKeys("FIRST", "SECOND").containsValues(1L);
    }

    @Test
    void whatIsRefusedEndsItsErrandAndIsCounted() throws InterruptedException {
        var errand = new Errand(step("FIRST", answers(422))).then(step("SECOND", answers(201)));
        assertThat(player.play(List.of(errand), AT_MOST)).isTrue();
        assertThat(player.counts()).containsOnlyKeys("FIRST refused");
    }

    @Test
    void whatStaysImpossibleIsGivenUpAtLast() throws InterruptedException {
        var errand = new Errand(step("FIRST", answers(409, 409, 409, 409)));
        assertThat(player.play(List.of(errand), AT_MOST)).isTrue();
        assertThat(player.counts()).containsOnlyKeys("FIRST refused");
    }

    @Test
    void afterARefusalThatIsMeantTheErrandGoesOn() throws InterruptedException {
        var errand = new Errand(new Step("FIRST", began, answers(403), true)).then(step("SECOND", answers(201)));
        assertThat(player.play(List.of(errand), AT_MOST)).isTrue();
        assertThat(player.counts()).containsOnlyKeys("FIRST refused", "SECOND");
    }

    @Test
    void whatIsOverdueIsDoneInTheOrderInWhichItWasMeant() throws InterruptedException {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        var errands = List.of(overdue(1, done), overdue(3, done), overdue(2, done));
        assertThat(player.play(errands, AT_MOST)).isTrue();
        assertThat(done).containsExactly(3, 2, 1);
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws InterruptedException {
        var later = new Step("LATER", began.plus(Duration.ofHours(1)), answers(200));
        assertThat(player.play(List.of(new Errand(later)), Duration.ofMillis(50)))
                .isFalse();
    }

    private Errand overdue(int hours, List<Integer> done) {
        return new Errand(new Step("OVERDUE", began.minus(Duration.ofHours(hours)), () -> {
            done.add(hours);
            return answer(200);
        }));
    }

    private Step step(String name, Supplier<Answer> act) {
        return new Step(name, began, act);
    }

    private static Supplier<Answer> answers(Integer... statuses) {
        Queue<Integer> left = new ArrayDeque<>();
        Collections.addAll(left, statuses);
        return () -> answer(left.remove());
    }

    private static Answer answer(int status) {
        return new Answer(status, MissingNode.getInstance(), Duration.ZERO);
    }
}
