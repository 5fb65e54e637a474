package id.deskpilkada.practice;

import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a practice beside whatever runs, one for an election at a time. */
@Service
class Practices {

    private final Elections elections;
    private final ElectionSetup setup;
    private final Rounds rounds;
    private final PracticeRows rows;
    private final PracticeSchedule schedule;

    Practices(Elections elections, ElectionSetup setup, Rounds rounds, PracticeRows rows, PracticeSchedule schedule) {
        this.elections = elections;
        this.setup = setup;
        this.rounds = rounds;
        this.rows = rows;
        this.schedule = schedule;
    }

    /**
     * Opens and starts one.
     *
     * @throws Problem 403, 409 {@code PRACTICE_RUNS}, 422 {@code MALFORMED}, {@code ELECTION_REQUIRED}, {@code UNKNOWN_ELECTION}, {@code ROUND_NOT_READY}
     */
    @Transactional
    public RoundRef open(PracticeDraft draft, Actor actor) {
        actor.require(Permission.RUN_PRACTICE);
        check(draft);
        long election = elections.electionId(draft.election());
        rows.oneAtATime();
        elections.rounds(election).stream()
                .filter(round -> round.rehearsal() && round.phase().active())
                .findFirst()
                .ifPresent(running -> {
                    throw Problem.conflict("PRACTICE_RUNS", running.code());
                });
        var day = draft.day() == null ? schedule.today() : draft.day();
        var slots = draft.day() == null ? schedule.pressedInto(draft.pressedInto()) : schedule.at(day);
        var opened = setup.openPractice(election, "GLADI-" + rows.nextNumber(election), day, slots);
        rows.opened(opened, Boolean.TRUE.equals(draft.outside()), actor.id());
        rounds.start(opened.id());
        return elections.named(opened.electionCode(), opened.code());
    }

    private void check(PracticeDraft draft) {
        if (draft.pressedInto() < 1 || draft.pressedInto() > PracticeDraft.MOST_HOURS) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field(
                            "hours", "" + draft.pressedInto(), "PRACTICE_HOURS", PracticeDraft.MOST_HOURS)));
        }
        if (draft.day() != null && draft.day().isBefore(schedule.today())) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("day", draft.day().toString(), "PRACTICE_DAY")));
        }
    }
}
