package id.deskpilkada.assignment;

import id.deskpilkada.assignment.DistrictEntry.VillageEntry;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names people for villages and TPS, and takes them away: accounts and roles follow in the same transaction. */
@Service
class Assignments {

    static final String WORK = "assignment";
    private static final int MOST_PEOPLE = 2_000;
    private static final int DISTRICT_DIGITS = 6;

    private final DistrictViews views;
    private final AssignmentRows rows;
    private final Appointments appointments;
    private final KnownPeople known;
    private final AssignmentWatch watch;
    private final SystemTransactions transactions;
    private final Audit audit;

    Assignments(
            DistrictViews views,
            AssignmentRows rows,
            Appointments appointments,
            KnownPeople known,
            AssignmentWatch watch,
            SystemTransactions transactions,
            Audit audit) {
        this.views = views;
        this.rows = rows;
        this.appointments = appointments;
        this.known = known;
        this.watch = watch;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Shows names and telephone numbers of people: the look itself is recorded. */
    @Transactional
    public DistrictView view(AssignmentCase about, Actor actor) {
        actor.require(Permission.SEE_ASSIGNMENTS, about.district());
        audit.record("assignment.viewed", "assignments/" + about.subject(), about.district(), Map.of());
        return views.view(about);
    }

    /**
     * Adds and corrects all that are listed, or none.
     *
     * @throws Problem 422 {@code ASSIGNMENT_REJECTED} with every fault, 403 {@code OUTSIDE_SCOPE}
     */
    DistrictView put(AssignmentCase about, DistrictEntry entry, Actor actor) {
        actor.require(Permission.ASSIGN_STAFF, about.district());
        var problems = new ArrayList<FieldProblem>();
        var candidates = candidates(entry, problems);
        return transactions.write(WORK, () -> {
            rows.lock(about);
            rows.adopt(about);
            var checked = appointments.check(about, candidates, rows.of(about));
            if (!problems.isEmpty()) {
                throw Problem.unprocessable("ASSIGNMENT_REJECTED", problems);
            }
            appointments.store(about, checked, actor.id(), null);
            watch.settle(about);
            return views.view(about);
        });
    }

    /** Ends one person's charge of a place, without anybody to take it over. @throws Problem 404 {@code UNKNOWN_ASSIGNMENT}, 409 {@code ASSIGNMENT_ENDED} */
    DistrictView end(AssignmentCase about, long id, String reason, Actor actor) {
        actor.require(Permission.ASSIGN_STAFF, about.district());
        return transactions.write(WORK, () -> {
            rows.lock(about);
            appointments.end(rows.inCharge(about, id), actor.id(), reason);
            watch.settle(about);
            return views.view(about);
        });
    }

    /** Who came to the training, many at once. A person with two places was there once for both. */
    DistrictView train(AssignmentCase about, Collection<Long> attended, Collection<Long> missed, Actor actor) {
        actor.require(Permission.ASSIGN_STAFF, about.district());
        return transactions.write(WORK, () -> {
            rows.lock(about);
            rows.markTrained(about, attended, true);
            rows.markTrained(about, missed, false);
            return views.view(about);
        });
    }

    /** People of the district to pick from. */
    @Transactional
    public List<KnownPeople.Found> search(String district, String text, Actor actor) {
        var area = Area.digits(district);
        if (area.length() < DISTRICT_DIGITS) {
            throw Problem.unprocessable("DISTRICT_EXPECTED", district);
        }
        actor.require(Permission.ASSIGN_STAFF, area);
        audit.record("staff.searched", null, area, Map.of());
        return text.isBlank() ? List.of() : known.inside(area, text);
    }

    private static List<Candidate> candidates(DistrictEntry entry, List<FieldProblem> problems) {
        var candidates = new ArrayList<Candidate>();
        var villages = entry.villages() == null ? List.<VillageEntry>of() : entry.villages();
        for (int at = 0; at < villages.size(); at++) {
            var village = villages.get(at);
            var people = village.people() == null ? List.<PersonEntry>of() : village.people();
            for (int number = 0; number < people.size(); number++) {
                var place = "villages[" + at + "].people[" + number + "].";
                candidates.add(new Candidate(
                        code(village.village()),
                        people.get(number),
                        blankToNull(entry.skNumber()),
                        entry.skDate(),
                        (field, value, code, arguments) ->
                                problems.add(FieldProblem.field(place + field, value, code, arguments))));
            }
        }
        if (candidates.size() > MOST_PEOPLE) {
            throw Problem.unprocessable("TOO_MANY_PEOPLE", MOST_PEOPLE);
        }
        return candidates;
    }

    private static String code(@Nullable String village) {
        return village == null ? "" : Area.digits(village);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
