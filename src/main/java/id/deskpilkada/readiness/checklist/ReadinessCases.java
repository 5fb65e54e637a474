package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the case of a TPS by the key of its process. */
@Component
class ReadinessCases {

    private final Elections elections;

    ReadinessCases(Elections elections) {
        this.elections = elections;
    }

    /** @param subject business key, {@code election/round/tps} */
    ReadinessCase of(String subject) {
        var parts = subject.split("/");
        return new ReadinessCase(elections.round(parts[0], parts[1]), parts[2]);
    }

    ReadinessCase of(long roundId, String tps) {
        return new ReadinessCase(elections.round(roundId), tps);
    }

    /** Runs a step of a case's process with its own district open: the engine has let whoever acts do this task. */
    void step(String subject, Consumer<ReadinessCase> step) {
        var about = of(subject);
        Scope.widened(List.of(about.tps()), () -> step.accept(about));
    }

    <T> T ask(String subject, Function<ReadinessCase, T> question) {
        var about = of(subject);
        return Scope.widened(List.of(about.tps()), () -> question.apply(about));
    }
}
