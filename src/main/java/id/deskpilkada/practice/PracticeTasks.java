package id.deskpilkada.practice;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.engine.TaskMark;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The name of every task of a practice says so. */
@Component
class PracticeTasks implements TaskMark {

    private static final String MARK = "LATIHAN · ";

    private final Elections elections;

    PracticeTasks(Elections elections) {
        this.elections = elections;
    }

    @Override
    public Optional<String> of(String subject) {
        return elections.isPractice(subject) ? Optional.of(MARK) : Optional.empty();
    }
}
