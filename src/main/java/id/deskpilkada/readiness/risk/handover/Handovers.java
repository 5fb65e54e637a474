package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a list: each step changes list, rows and history together, in the transaction that moves the case. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Handovers {

    private static final int LONGEST = 500;
    private static final int NAMED = 3;

    private final HandoverRepository lists;
    private final HandoverItems items;
    private final Measures measures;
    private final HandoverSteps steps;
    private final MitigationDates dates;
    private final MitigationPeople people;
    private final Clock clock;

    Handovers(
            HandoverRepository lists,
            HandoverItems items,
            Measures measures,
            HandoverSteps steps,
            MitigationDates dates,
            MitigationPeople people,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.measures = measures;
        this.steps = steps;
        this.dates = dates;
        this.people = people;
        this.clock = clock;
    }

    /** @throws Problem 422 {@code HANDOVER_EMPTY} when nothing of the choice waits for this agency */
    Handover propose(RoundRef round, HandoverChoice choice) {
        requireRows(round.id(), choice);
        var list = lists.saveAndFlush(
                new Handover(round.id(), choice, dates.of(round.id(), choice), HandoverSteps.actor(), clock.instant()));
        steps.tell(list, "PROPOSED", null);
        return list;
    }

    void choose(long id, HandoverChoice choice, Actor actor) {
        actor.require(Permission.HAND_OVER_RISKS, choice.area());
        var list = lock(id);
        list.require(HandoverState.PROPOSED);
        requireRows(list.roundId(), choice);
        list.choose(choice, dates.of(list.roundId(), choice));
        lists.saveAndFlush(list);
    }

    private void requireRows(long roundId, HandoverChoice choice) {
        if (items.waiting(roundId, choice) == 0) {
            throw Problem.unprocessable("HANDOVER_EMPTY");
        }
    }

    void withdraw(long id, @Nullable String reason) {
        var list = lock(id);
        var text = reason(reason);
        list.withdraw(clock.instant());
        lists.saveAndFlush(list);
        steps.tell(list, "WITHDRAWN", text);
    }

    /** Freezes the list and tells the agency; false when there is nothing to send, because it was withdrawn or somebody else has sent the same meanwhile. */
    boolean send(long id) {
        var list = lock(id);
        if (list.state() == HandoverState.WITHDRAWN) {
            return false;
        }
        var by = HandoverSteps.actor();
        list.hand(by, clock.instant());
        lists.saveAndFlush(list);
        int rows = items.freeze(list, by);
        if (rows == 0) {
            list.comeBack();
            list.withdraw(clock.instant());
            lists.saveAndFlush(list);
            steps.tell(list, "WITHDRAWN", null);
            return false;
        }
        steps.tell(list, "HANDED", Integer.toString(rows));
        people.tellAgency(list, "risk-handed", people.subject(list), rows, people.agencyName(list));
        return true;
    }

    void acknowledge(long id) {
        var list = lock(id);
        list.acknowledge(clock.instant());
        lists.saveAndFlush(list);
        steps.tell(list, "ACKNOWLEDGED", null);
        items.acknowledged(list, HandoverSteps.actor());
    }

    void decline(long id, @Nullable String reason) {
        var list = lock(id);
        var text = reason(reason);
        list.require(HandoverState.HANDED);
        back(list, "DECLINED", text);
        people.tellDesk(list, "risk-declined", people.agencyName(list), people.subject(list), text);
    }

    /** The desk has called the agency. @param takeBack whether it looks for another one */
    void called(long id, @Nullable String note, boolean takeBack) {
        var list = lock(id);
        list.require(HandoverState.HANDED, HandoverState.ACKNOWLEDGED);
        var text = reason(note);
        steps.tell(list, "CALLED", text);
        if (takeBack) {
            back(list, "TAKEN_BACK", text);
            people.tellAgency(list, "risk-taken-back", people.subject(list), people.agencyName(list));
        }
    }

    private void back(Handover list, String how, String reason) {
        list.comeBack();
        lists.saveAndFlush(list);
        steps.tell(list, how, reason);
        items.end(list, how, reason, HandoverSteps.actor());
    }

    void save(long id, List<Measures.Given> given, Actor actor) {
        var list = lock(id);
        list.require(HandoverState.ACKNOWLEDGED);
        measures.save(list, given, actor.id());
        if (!given.isEmpty()) {
            steps.tell(list, "MEASURES", Integer.toString(given.size()));
        }
    }

    /** @throws Problem 422 while a row of the list has no measure, or a measure is not carried out */
    void finish(long id) {
        var list = lock(id);
        list.require(HandoverState.ACKNOWLEDGED);
        missing(list).ifPresent(problem -> {
            throw problem;
        });
        list.finish(clock.instant());
        lists.saveAndFlush(list);
        steps.tell(list, "DONE", null);
        items.end(list, "DONE", null, HandoverSteps.actor());
    }

    /** What is still missing before the list is done. */
    Optional<Problem> missing(Handover list) {
        var uncovered = items.uncovered(list);
        if (!uncovered.isEmpty()) {
            var first = String.join(", ", uncovered.subList(0, Math.min(NAMED, uncovered.size())));
            return Optional.of(Problem.unprocessable("MEASURES_MISSING", uncovered.size(), first));
        }
        int open = measures.open(list);
        return open == 0 ? Optional.empty() : Optional.of(Problem.unprocessable("MEASURES_NOT_DONE", open));
    }

    void answerIsLate(long id) {
        var list = lock(id);
        steps.tell(list, "LATE", "ACKNOWLEDGE");
        people.tellAgency(list, "risk-unanswered", people.subject(list), people.agencyName(list));
        people.tellDesk(list, "risk-unanswered", people.subject(list), people.agencyName(list));
    }

    void measuresAreLate(long id) {
        var list = lock(id);
        steps.tell(list, "LATE", "MEASURES");
        people.tellAgency(list, "risk-measures-late", people.subject(list), people.agencyName(list));
        people.tellDesk(list, "risk-measures-late", people.subject(list), people.agencyName(list));
    }

    /** The lists whose date moved with the schedule. */
    List<Handover> follow(RoundRef round) {
        var due = dates.scheduled(round.id());
        var moved = new ArrayList<Handover>();
        for (var list : lists.inStates(
                round.id(), List.of(HandoverState.PROPOSED, HandoverState.HANDED, HandoverState.ACKNOWLEDGED))) {
            if (list.follow(due)) {
                moved.add(lists.saveAndFlush(list));
            }
        }
        return moved;
    }

    Handover get(long id) {
        return lists.findById(id).orElseThrow(() -> Problem.notFound("HANDOVER_NOT_FOUND"));
    }

    private Handover lock(long id) {
        return lists.lock(id).orElseThrow(() -> Problem.notFound("HANDOVER_NOT_FOUND"));
    }

    private static String reason(@Nullable String given) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            var code = text.isEmpty() ? "RISK_REASON_REQUIRED" : "RISK_TEXT_TOO_LONG";
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("reason", given, code, LONGEST)));
        }
        return text;
    }
}
