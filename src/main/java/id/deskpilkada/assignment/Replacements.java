package id.deskpilkada.assignment;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.work.TaskHandover;
import id.deskpilkada.staff.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts one person in another's place: role, open tasks and messages in one transaction, so that nothing lies between the two. */
@Service
class Replacements {

    private final AssignmentRows rows;
    private final Appointments appointments;
    private final DistrictViews views;
    private final AssignmentMessages messages;
    private final AssignmentWatch watch;
    private final TaskHandover handover;
    private final Staff staff;
    private final SystemTransactions transactions;
    private final Audit audit;

    Replacements(
            AssignmentRows rows,
            Appointments appointments,
            DistrictViews views,
            AssignmentMessages messages,
            AssignmentWatch watch,
            TaskHandover handover,
            Staff staff,
            SystemTransactions transactions,
            Audit audit) {
        this.rows = rows;
        this.appointments = appointments;
        this.views = views;
        this.messages = messages;
        this.watch = watch;
        this.handover = handover;
        this.staff = staff;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param assignment id of the naming that ends
     * @param reason why, in a few words
     */
    record Replacement(
            @Nullable Long assignment,
            @Nullable PersonEntry person,
            @Nullable String skNumber,
            @Nullable LocalDate skDate,
            @Nullable String reason) {}

    /** @param tasks open tasks that moved to the new person */
    record Replaced(DistrictView.PersonView person, int tasks) {}

    /** @throws Problem 404 {@code UNKNOWN_ASSIGNMENT}, 409 {@code ASSIGNMENT_ENDED}, 422 {@code ASSIGNMENT_REJECTED} with every fault */
    Replaced replace(AssignmentCase about, Replacement wanted, Actor actor) {
        actor.require(Permission.ASSIGN_STAFF, about.district());
        return transactions.write(Assignments.WORK, () -> {
            rows.lock(about);
            rows.adopt(about);
            var old = rows.inCharge(about, wanted.assignment());
            return replace(about, old, checked(about, old, wanted), wanted, actor);
        });
    }

    private Appointment checked(AssignmentCase about, Assigned old, Replacement wanted) {
        var problems = new ArrayList<FieldProblem>();
        var entry = placed(old, wanted.person());
        var candidate = new Candidate(
                old.villageArea(),
                entry,
                wanted.skNumber(),
                wanted.skDate(),
                (field, value, code, arguments) ->
                        problems.add(FieldProblem.field("person." + field, value, code, arguments)));
        var others = rows.of(about).stream().filter(one -> one.id() != old.id()).toList();
        var checked = appointments.check(about, List.of(candidate), others);
        if (wanted.reason() == null
                || wanted.reason().isBlank()
                || wanted.reason().length() > 300) {
            problems.add(FieldProblem.field("reason", wanted.reason(), "TEXT_LENGTH", 1, 300));
        }
        if (problems.isEmpty() && checked.get(0).person().username().equals(old.username())) {
            problems.add(FieldProblem.field("person.name", old.name(), "SAME_AS_REPLACED", old.name()));
        }
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("ASSIGNMENT_REJECTED", problems);
        }
        return checked.get(0);
    }

    private Replaced replace(AssignmentCase about, Assigned old, Appointment next, Replacement wanted, Actor actor) {
        appointments.end(old, actor.id(), wanted.reason());
        appointments.store(about, List.of(next), actor.id(), old);
        var successor = staff.person(next.person().username()).orElseThrow();
        int tasks = handover.passOn(old.username(), successor.username(), next.grant());
        messages.relieved(about, old, successor);
        messages.takenOver(about, successor, old, tasks);
        audit.record(
                "assignment.replaced",
                "assignments/" + about.subject(),
                old.area(),
                Map.of("from", old.username(), "to", successor.username(), "tasks", Integer.toString(tasks)));
        watch.settle(about);
        var now = rows.of(about).stream()
                .filter(one -> one.area().equals(old.area()) && one.staffId() == successor.id())
                .findFirst()
                .orElseThrow();
        return new Replaced(DistrictView.PersonView.of(now), tasks);
    }

    private static PersonEntry placed(Assigned old, @Nullable PersonEntry person) {
        var typed = person == null ? new PersonEntry(null, null, null, null, null, null, null) : person;
        return new PersonEntry(
                old.ofTps() ? old.area() : null,
                typed.username(),
                typed.name(),
                typed.nip(),
                typed.phone(),
                typed.email(),
                typed.position());
    }
}
