package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Something that takes several steps, one after the other, each not before its time. */
record Errand(List<Step> steps) {

    /**
     * @param name what is counted, the same for all steps of a kind
     * @param at counted from the beginning of the weeks
     */
    record Step(String name, Duration at, Supplier<Answer> act) {}

    Errand {
        steps = List.copyOf(steps);
    }

    Errand(Step first) {
        this(List.of(first));
    }

    Errand then(Step next) {
        var longer = new ArrayList<>(steps);
        longer.add(next);
        return new Errand(longer);
    }
}
