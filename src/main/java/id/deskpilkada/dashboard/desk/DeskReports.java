package id.deskpilkada.dashboard.desk;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.expectation.SlotReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.board.VotingBoard;
import id.deskpilkada.voting.board.VotingSlot;
import id.deskpilkada.voting.board.VotingSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the dashboard tells beside votes: which reports are due, and how the day of voting stands until counting begins. */
@Component
class DeskReports {

    private final SlotReports reports;
    private final SlotNames names;
    private final VotingBoard board;
    private final Regions regions;

    DeskReports(SlotReports reports, SlotNames names, VotingBoard board, Regions regions) {
        this.reports = reports;
        this.names = names;
        this.board = board;
        this.regions = regions;
    }

    List<ReportLine> lines(DeskQuestion question, RoundRef round, String place) {
        return reports.opened(round, place).stream()
                .map(slot -> ReportLine.of(names.of(slot.kind(), slot.slot(), slot.race()), slot, question))
                .toList();
    }

    /** Forms of a race that have not come though they were due, by the digits of the places one level down. */
    Map<String, Integer> late(RoundRef round, RaceRef race, String place) {
        String area = Area.digits(place);
        var late = new HashMap<String, Integer>();
        reports.opened(round, area, Area.digitsBelow(area)).stream()
                .filter(slot -> race.equals(slot.race()))
                .forEach(slot -> slot.places().forEach((code, progress) -> late.put(code, progress.overdue())));
        return late;
    }

    /** Null before the first slot of the day opens and once votes are counted. */
    @Nullable
    VotingSummary voting(RoundRef round, String place, Actor actor) {
        if (round.phase() != RoundPhase.STARTED || !actor.may(Permission.OPEN_DASHBOARD, place)) {
            return null;
        }
        var region = regions.find(place).orElse(null);
        var slot = board.slot(round, "").orElse(null);
        return region == null || slot == null || slot.state() == VotingSlot.State.AHEAD
                ? null
                : board.summary(round, slot, region, actor);
    }
}
