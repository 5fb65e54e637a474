package id.deskpilkada.dashboard.day;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.expectation.SlotPlaces;
import id.deskpilkada.expectation.SlotReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.tally.FormCounts;
import id.deskpilkada.tally.FormCounts.Forms;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.board.VotingBoard;
import id.deskpilkada.voting.board.VotingSlot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Counts what has come, is late and was checked in every place of an area: one statement for the reports, one for the forms, one for the checks, whatever the number of places. */
@Component
class DayCounts {

    private final SlotReports reports;
    private final SlotNames names;
    private final FormCounts forms;
    private final Elections elections;
    private final VotingBoard voting;
    private final VotingFacts votingFacts;
    private final ReadinessFacts readiness;

    DayCounts(
            SlotReports reports,
            SlotNames names,
            FormCounts forms,
            Elections elections,
            VotingBoard voting,
            VotingFacts votingFacts,
            ReadinessFacts readiness) {
        this.reports = reports;
        this.names = names;
        this.forms = forms;
        this.elections = elections;
        this.voting = voting;
        this.votingFacts = votingFacts;
        this.readiness = readiness;
    }

    /**
     * @param slots that have opened
     * @param forms by race and place
     * @param places by the first digits of their codes; where nothing is expected they are absent
     */
    record Read(
            Subject subject, List<SlotPlaces> slots, Map<Long, Map<String, Forms>> forms, Map<String, Counted> places) {

        Forms of(RaceRef race) {
            return forms.getOrDefault(race.id(), Map.of()).values().stream().reduce(Forms.NONE, Forms::plus);
        }

        Counted here() {
            return places.values().stream().reduce(Counted.NOTHING, Counted::plus);
        }

        Counted at(String area) {
            return places.getOrDefault(area, Counted.NOTHING);
        }
    }

    /** @param area digits @param digits of the codes one level down */
    Read of(RoundRef round, String area, int digits) {
        var slots = reports.opened(round, area, digits);
        var came = forms.inside(round, area, digits);
        var subject = subject(round, slots);
        return new Read(subject, slots, came, places(round, area, digits, subject, slots, came));
    }

    private Map<String, Counted> places(
            RoundRef round,
            String area,
            int digits,
            Subject subject,
            List<SlotPlaces> slots,
            Map<Long, Map<String, Forms>> came) {
        if (subject.kind() == ReportKind.C1 || subject.kind() == null) {
            return forms(round, area, digits, slots, came);
        }
        var shown = slots.stream()
                .filter(slot -> slot.kind() == subject.kind() && slot.slot().equals(subject.slot()))
                .toList();
        var checked = checked(round, area, digits, subject);
        var places = new HashMap<String, Counted>();
        shown.forEach(slot -> slot.places().forEach((place, progress) -> {
            int reported = progress.received() + progress.late();
            places.put(
                    place,
                    new Counted(
                            progress.expected(),
                            reported,
                            progress.overdue(),
                            Math.min(
                                    reported,
                                    checked.getOrDefault(place, keepAll()).apply(reported))));
        }));
        return places;
    }

    /** Of how many that reported the numbers stand: readiness that was judged, numbers of voters that nobody has to look at. */
    private Map<String, UnaryOperator<Integer>> checked(RoundRef round, String area, int digits, Subject subject) {
        var checked = new HashMap<String, UnaryOperator<Integer>>();
        if (subject.kind() == ReportKind.VOTING) {
            votingFacts
                    .turnout(round.id(), subject.slot(), area, digits)
                    .forEach(one -> checked.put(one.place(), reported -> Math.max(0, reported - one.held())));
        } else if (subject.kind() == ReportKind.READINESS) {
            readiness
                    .counts(round.id(), area)
                    .forEach(one -> checked.put(one.area(), reported -> one.stations() - one.unchecked()));
        }
        return checked;
    }

    private static UnaryOperator<Integer> keepAll() {
        return reported -> reported;
    }

    /** Every race of a TPS has a form of its own; what is late is what the schedule expects. */
    private Map<String, Counted> forms(
            RoundRef round, String area, int digits, List<SlotPlaces> slots, Map<Long, Map<String, Forms>> came) {
        var places = new HashMap<String, Counted>();
        elections.races(round.electionId()).forEach(race -> {
            elections
                    .expected(round, race, area, digits)
                    .forEach((place, count) -> places.merge(place, new Counted(count, 0, 0, 0), Counted::plus));
            came.getOrDefault(race.id(), Map.of())
                    .forEach((place, form) ->
                            places.merge(place, new Counted(0, form.received(), 0, form.verified()), Counted::plus));
        });
        slots.stream().filter(slot -> slot.kind() == ReportKind.C1).forEach(slot -> slot.places()
                .forEach((place, progress) -> places.merge(place, late(progress), Counted::plus)));
        return places;
    }

    private static Counted late(Progress progress) {
        return new Counted(0, 0, progress.overdue(), 0);
    }

    /** Form C1 once it is counted; on the day the slot that matters now, before it the last slot that opened. */
    private Subject subject(RoundRef round, List<SlotPlaces> slots) {
        boolean counting =
                round.phase() != RoundPhase.STARTED || slots.stream().anyMatch(slot -> slot.kind() == ReportKind.C1);
        if (counting) {
            return new Subject(ReportKind.C1, "", names.of(ReportKind.C1, null, null));
        }
        return voting.slot(round, "")
                .filter(slot -> slot.state() != VotingSlot.State.AHEAD)
                .map(slot -> named(ReportKind.VOTING, slot.slot()))
                .or(() -> lastOpened(slots))
                .orElse(Subject.NONE);
    }

    private Optional<Subject> lastOpened(List<SlotPlaces> slots) {
        return slots.stream()
                .max(Comparator.comparing(SlotPlaces::opensAt).thenComparing(SlotPlaces::dueAt))
                .map(slot -> named(slot.kind(), slot.slot()));
    }

    private Subject named(ReportKind kind, String slot) {
        return new Subject(kind, slot, names.of(kind, slot, null));
    }
}
