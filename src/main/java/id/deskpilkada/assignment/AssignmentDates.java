package id.deskpilkada.assignment;

import id.deskpilkada.election.PreparationDates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the naming of people is due, from the schedule of the round. */
@Component
class AssignmentDates {

    private final PreparationDates dates;
    private final AssignmentSettings settings;
    private final Clock clock;

    AssignmentDates(PreparationDates dates, AssignmentSettings settings, Clock clock) {
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the schedule of the round asks for namings at all. */
    boolean asked(long roundId) {
        return dates.assignmentDue(roundId).isPresent();
    }

    /** The date of the schedule, also when it is over. */
    Instant scheduled(AssignmentCase about) {
        return dates.assignmentDue(about.round().id()).orElseGet(clock::instant);
    }

    /** What is asked after the date of the schedule, such as a village that has lost its admin, has a time of its own. */
    Instant due(AssignmentCase about) {
        var scheduled = scheduled(about);
        return scheduled.isAfter(clock.instant()) ? scheduled : clock.instant().plus(settings.gapWithin());
    }

    Instant reminder(AssignmentCase about) {
        return due(about).minus(settings.remindBefore());
    }

    /** When a village without anybody is told to the leader on duty. */
    Instant gapDay(AssignmentCase about) {
        return dates.assignmentGap(about.round().id())
                .orElseGet(() -> dates.votingDay(about.round().id()));
    }

    /** Whether the date of the schedule is still to come. */
    boolean ahead(AssignmentCase about) {
        return scheduled(about).isAfter(clock.instant());
    }

    /** When a task that is open is due after a change of the schedule: nothing that is late or has a time of its own gets longer by it. */
    Instant moved(String task, AssignmentCase about, Instant before) {
        boolean fixed = !List.of(
                        AdminAssignmentProcess.ASSIGN, AdminAssignmentProcess.TRAINING, AdminAssignmentProcess.FILL)
                .contains(task);
        if (fixed) {
            return before;
        }
        var due = ofTask(task, about);
        boolean ownTime = task.equals(AdminAssignmentProcess.ASSIGN) && !ahead(about);
        return ownTime && before.isBefore(due) ? before : due;
    }

    Instant ofTask(String task, AssignmentCase about) {
        return switch (task) {
            case AdminAssignmentProcess.ASSIGN -> due(about);
            case AdminAssignmentProcess.TRAINING -> gapDay(about);
            case AdminAssignmentProcess.FILL -> dates.votingDay(about.round().id());
            default -> clock.instant().plus(settings.gapWithin());
        };
    }
}
