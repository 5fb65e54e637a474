package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes namings down: the staff list with accounts and roles, the places, and the message to each new person. In the caller's transaction, for the whole installation. */
@Component
class Appointments {

    private final Staff staff;
    private final Elections elections;
    private final Regions regions;
    private final KnownPeople known;
    private final AssignmentRows rows;
    private final AssignmentMessages messages;
    private final Changes changes;

    Appointments(
            Staff staff,
            Elections elections,
            Regions regions,
            KnownPeople known,
            AssignmentRows rows,
            AssignmentMessages messages,
            Changes changes) {
        this.staff = staff;
        this.elections = elections;
        this.regions = regions;
        this.known = known;
        this.rows = rows;
        this.messages = messages;
        this.changes = changes;
    }

    /** Tells each candidate's faults; answers those without any. */
    List<Appointment> check(AssignmentCase about, List<Candidate> candidates, List<Assigned> inCharge) {
        var check = new AppointmentCheck(
                about.district(), elections.stations(about.round(), about.district()), inCharge, known, regions);
        candidates.forEach(check::check);
        return check.appointments();
    }

    /** @param created people who are new at their place, @param updated people who were there and are described differently */
    record Stored(int created, int updated) {}

    Stored store(AssignmentCase about, List<Appointment> checked, @Nullable Long by, @Nullable Assigned replaced) {
        var before = staff.people(
                checked.stream().map(one -> one.person().username()).toList());
        enrol(checked);
        var after = staff.people(before(checked));
        int created = 0;
        int updated = 0;
        for (var appointment : checked) {
            var person = after.get(appointment.person().username());
            if (person == null) {
                throw new IllegalStateException("enrolled and not there");
            }
            var isNew = rows.begin(
                    about.round().id(), appointment, person.id(), by, replaced == null ? null : replaced.id());
            if (isNew) {
                created++;
                messages.named(about, person, appointment.area());
            } else if (!person.describedAs(before.getOrDefault(person.username(), person))) {
                updated++;
            }
            changes.announce("assignment", appointment.area());
        }
        return new Stored(created, updated);
    }

    private static List<String> before(List<Appointment> checked) {
        return checked.stream().map(one -> one.person().username()).toList();
    }

    /** A person with two places is enrolled once, with both. */
    private void enrol(List<Appointment> checked) {
        var people = new LinkedHashMap<String, Person>();
        for (var one : checked) {
            people.merge(one.person().username(), with(one.person(), one.grant()), Appointments::both);
        }
        staff.enrol(people.values());
    }

    private static Person with(Person person, Grant grant) {
        return granted(person, List.of(grant));
    }

    private static Person both(Person earlier, Person later) {
        var grants = new ArrayList<>(earlier.grants());
        grants.addAll(later.grants());
        return granted(later, grants);
    }

    private static Person granted(Person person, List<Grant> grants) {
        return new Person(
                person.id(),
                person.username(),
                person.name(),
                person.phone(),
                person.email(),
                person.nip(),
                person.rank(),
                person.position(),
                true,
                grants);
    }

    /** The role goes too, unless another round still needs it. */
    void end(Assigned one, @Nullable Long by, @Nullable String reason) {
        rows.end(one.id(), by, reason);
        if (!rows.holdsElsewhere(one.staffId(), one.area())) {
            staff.dismiss(one.staffId(), Appointment.grant(one.area()));
        }
        changes.announce("assignment", one.area());
    }
}
