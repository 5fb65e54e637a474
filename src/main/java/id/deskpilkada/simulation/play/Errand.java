package id.deskpilkada.simulation.play;

import id.deskpilkada.simulation.http.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that takes several steps, one after the other, each not before its time.
 *
 * @param about what the log names when a step fails: a TPS, a form
 */
public record Errand(String about, List<Step> steps) {

    private static final String NOTHING_SPECIAL = "-";

    /**
     * @param name what is counted, the same for all steps of a kind
     * @param act done again while the answer says that its time has not come
     * @param expectsRefusal whether the answer should be a refusal
     */
    public record Step(String name, Instant at, Supplier<Answer> act, boolean expectsRefusal) {

        public Step(String name, Instant at, Supplier<Answer> act) {
            this(name, at, act, false);
        }
    }

    public Errand {
        steps = List.copyOf(steps);
    }

    public Errand(Step first) {
        this(NOTHING_SPECIAL, List.of(first));
    }

    public Errand then(Step next) {
        var longer = new ArrayList<>(steps);
        longer.add(next);
        return new Errand(about, longer);
    }
}
