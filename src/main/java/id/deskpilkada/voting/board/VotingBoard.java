package id.deskpilkada.voting.board;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.expectation.ProgressReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.VotingFacts.SlotTurnout;
import id.deskpilkada.voting.VotingFacts.Standing;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the day of voting stands, from the regency down to the TPS. */
@Service
public class VotingBoard {

    private static final int TPS_DIGITS = 13;

    private final VotingFacts facts;
    private final ProgressReports progress;
    private final VotingSlots schedule;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    VotingBoard(
            VotingFacts facts,
            ProgressReports progress,
            VotingSlots schedule,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.facts = facts;
        this.progress = progress;
        this.schedule = schedule;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /** The slots of a round in which polling stations report, in the order in which they are due. */
    public List<VotingSlot> slots(RoundRef round) {
        var now = clock.instant();
        return schedule.of(round.id()).stream()
                .map(slot -> VotingSlot.of(slot, now, regions.zone()))
                .toList();
    }

    /**
     * The slot that was asked for, else the one that matters now; empty where the schedule has none.
     *
     * @throws Problem 422 {@code UNKNOWN_SLOT}
     */
    public Optional<VotingSlot> slot(RoundRef round, @Nullable String asked) {
        var slots = slots(round);
        if (asked == null || asked.isBlank()) {
            return VotingSlot.current(slots, clock.instant());
        }
        return Optional.of(slots.stream()
                .filter(slot -> slot.slot().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", asked)));
    }

    /**
     * How a region stands in a slot.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE} for a region the actor holds no role at
     */
    @Transactional(readOnly = true)
    public VotingSummary summary(RoundRef round, VotingSlot slot, Region region, Actor actor) {
        var reports = progress.of(round, ReportKind.VOTING, slot.slot(), null, region.code(), actor);
        int digits = digits(reports.children());
        var standing = byPlace(facts.standing(round.id(), region.area(), digits), Standing::place);
        var turnout = byPlace(facts.turnout(round.id(), slot.slot(), region.area(), digits), SlotTurnout::place);
        var here = reports.progress();
        return new VotingSummary(
                messages.text("disclaimer"),
                round.electionCode(),
                round.code(),
                slot.slot(),
                clock.instant().atZone(regions.zone()).toOffsetDateTime(),
                clock.instant().isAfter(schedule.openedBy(round)),
                slots(round),
                VotingSummary.Place.of(
                        new Progress(
                                region.code(),
                                region.name(),
                                here.expected(),
                                here.received(),
                                here.late(),
                                here.missing(),
                                here.overdue(),
                                here.excused()),
                        standing.values().stream().reduce(Standing.none(region.area()), Standing::plus),
                        turnout.values().stream().reduce(SlotTurnout.none(region.area()), SlotTurnout::plus)),
                reports.children().stream()
                        .filter(child -> child.expected() > 0)
                        .map(child -> place(child, standing, turnout))
                        .toList());
    }

    private static VotingSummary.Place place(
            Progress child, Map<String, Standing> standing, Map<String, SlotTurnout> turnout) {
        var area = Area.digits(child.code());
        return VotingSummary.Place.of(
                child,
                standing.getOrDefault(area, Standing.none(area)),
                turnout.getOrDefault(area, SlotTurnout.none(area)));
    }

    private static int digits(List<Progress> children) {
        return children.isEmpty()
                ? TPS_DIGITS
                : Area.digits(children.get(0).code()).length();
    }

    private static <T> Map<String, T> byPlace(List<T> rows, Function<T, String> place) {
        return rows.stream().collect(Collectors.toMap(place, Function.identity()));
    }
}
