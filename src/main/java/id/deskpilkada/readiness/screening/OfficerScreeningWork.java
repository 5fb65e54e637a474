package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens one case for each puskesmas area with officers, also for those whose officers come later, and carries on what screenings change. */
@Component
class OfficerScreeningWork implements PreparationWork {

    private static final int CHUNK = 50;

    private final OfficerScreeningProcess process;
    private final PuskesmasAreas areas;
    private final ScreeningStanding standing;
    private final ScreeningDates due;
    private final ScreeningPeople people;
    private final PreparationDates dates;
    private final Elections elections;
    private final Clock clock;

    OfficerScreeningWork(
            OfficerScreeningProcess process,
            PuskesmasAreas areas,
            ScreeningStanding standing,
            ScreeningDates due,
            ScreeningPeople people,
            PreparationDates dates,
            Elections elections,
            Clock clock) {
        this.process = process;
        this.areas = areas;
        this.standing = standing;
        this.due = due;
        this.people = people;
        this.dates = dates;
        this.elections = elections;
        this.clock = clock;
    }

    @Override
    public boolean openNext(RoundRef round) {
        if (!asks(round)) {
            return false;
        }
        List<Puskesmas> next = areas.notOpened(round.electionId(), round.id(), CHUNK);
        next.forEach(puskesmas -> open(round, puskesmas));
        return next.size() == CHUNK;
    }

    /** Officers' health is real: nobody practises with it. */
    private boolean asks(RoundRef round) {
        return !round.rehearsal() && due.wanted(round.id());
    }

    private void open(RoundRef round, Puskesmas puskesmas) {
        areas.markOpened(round.id(), puskesmas.id());
        process.open(round, puskesmas);
        people.tellOfNobody(ScreeningCase.of(round, puskesmas));
        process.settle(round, puskesmas.id(), false);
    }

    /** What is done is done; until the polls close a new area is opened, and a finished one again where a referral is open. */
    @EventListener
    void carryOn(ScreeningsRecorded recorded) {
        recorded.puskesmasIds().stream()
                .sorted()
                .map(areas::get)
                .forEach(puskesmas -> elections.rounds(puskesmas.electionId()).stream()
                        .filter(round -> round.phase().active() && asks(round))
                        .forEach(round -> carryOn(round, puskesmas, recorded.newOfficers())));
    }

    private void carryOn(RoundRef round, Puskesmas puskesmas, boolean newOfficers) {
        areas.lock(puskesmas.id());
        if (process.running(round, puskesmas.id())) {
            process.settle(round, puskesmas.id(), false);
        } else if (clock.instant().isBefore(dates.votingClosed(round.id()))) {
            openAgain(round, puskesmas, newOfficers);
        }
    }

    private void openAgain(RoundRef round, Puskesmas puskesmas, boolean newOfficers) {
        var left = standing.of(puskesmas.id());
        if (!areas.wasOpened(round.id(), puskesmas.id()) || newOfficers && left.unscreened() > 0) {
            open(round, puskesmas);
        } else if (left.followUps() > 0) {
            open(round, puskesmas);
            // Somebody has accepted already that the others are not screened.
            process.settle(round, puskesmas.id(), true);
        }
    }

    @EventListener
    void scheduleChanged(ScheduleChanged changed) {
        process.moveDates(changed.round());
    }
}
