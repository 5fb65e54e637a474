package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.paper.PaperReceipts.Paper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which papers a round waits for: those of the kinds that are printed, slot by slot, Form C1 for each race. */
@Component
class PaperKinds {

    private static final Set<String> ON_PAPER =
            Set.of(ReportKind.READINESS.name(), ReportKind.VOTING.name(), ReportKind.C1.name());

    private final Elections elections;
    private final Clock clock;

    PaperKinds(Elections elections, Clock clock) {
        this.elections = elections;
        this.clock = clock;
    }

    /** Those of a TPS, or of any TPS of a region, in the order of the schedule. @param area digits */
    List<Paper> of(RoundRef round, String area) {
        var papers = new ArrayList<Paper>();
        for (var slot : elections.slots(round.id())) {
            if (slot.kind().equals(ReportKind.C1.name())) {
                elections.races(round.electionId()).stream()
                        .filter(race -> votes(race, area))
                        .forEach(race -> papers.add(new Paper(slot.kind(), slot.slot(), race.code(), race.name())));
            } else if (ON_PAPER.contains(slot.kind())) {
                papers.add(new Paper(slot.kind(), slot.slot(), null, null));
            }
        }
        return papers;
    }

    private static boolean votes(RaceRef race, String area) {
        var region = Area.digits(race.regionCode());
        return area.startsWith(region) || region.startsWith(area);
    }

    /** @throws Problem 422 {@code PAPER_UNKNOWN} */
    Paper require(RoundRef round, String area, String kind, String slot, @Nullable String race) {
        return of(round, area).stream()
                .filter(known -> known.kind().equals(kind) && known.slot().equals(slot))
                .filter(known -> known.race() == null
                        ? race == null || race.isBlank()
                        : known.race().equals(race))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("PAPER_UNKNOWN"));
    }

    /** The papers of a kind that may have been filled in by now: those whose slot has opened. */
    List<Paper> sofar(RoundRef round, String area, String kind) {
        var now = clock.instant();
        var open = elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(kind) && !slot.opensAt().isAfter(now))
                .map(SlotRef::slot)
                .toList();
        return of(round, area).stream()
                .filter(paper -> paper.kind().equals(kind) && open.contains(paper.slot()))
                .toList();
    }

    /** The paper of the slot that opened last; before the first, that one. Empty in a round that waits for none. */
    Optional<Paper> now(RoundRef round, String area) {
        var now = clock.instant();
        var last = elections.slots(round.id()).stream()
                .filter(slot ->
                        ON_PAPER.contains(slot.kind()) && !slot.opensAt().isAfter(now))
                .reduce((one, other) -> other.opensAt().isBefore(one.opensAt()) ? one : other);
        var papers = of(round, area);
        return last.flatMap(slot -> papers.stream()
                        .filter(paper ->
                                paper.kind().equals(slot.kind()) && paper.slot().equals(slot.slot()))
                        .findFirst())
                .or(() -> papers.stream().findFirst());
    }

    Optional<RaceRef> race(RoundRef round, Paper paper) {
        return elections.races(round.electionId()).stream()
                .filter(race -> race.code().equals(paper.race()))
                .findFirst();
    }

    /** {@link PaperReceipts#NO_RACE} for what belongs to no race. */
    long raceId(RoundRef round, Paper paper) {
        return race(round, paper).map(RaceRef::id).orElse(PaperReceipts.NO_RACE);
    }
}
