package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoint;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.incident.board.IncidentBoard.Board;
import id.deskpilkada.tally.Basis;
import id.deskpilkada.tally.TallyView;
import id.deskpilkada.voting.board.VotingSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one dashboard page shows.
 *
 * @param reports of the slots that have opened
 * @param voting null before the day and once votes are counted
 */
record DeskView(
        DeskQuestion question,
        Standpoint stand,
        RaceRef race,
        List<Link> races,
        Basis basis,
        TallyView tally,
        PlaceLine place,
        List<CandidateLine> candidates,
        List<PlaceLine> children,
        MissingReports.Page missing,
        List<ReportLine> reports,
        @Nullable VotingSummary voting,
        Board incidents) {

    private static final int ENOUGH_PERCENT = 5;

    /** Whether enough forms are in the sums for a share to say anything. */
    public boolean enough() {
        var figures = tally.figures();
        return figures.expected() > 0 && figures.counted() * 100L >= figures.expected() * (long) ENOUGH_PERCENT;
    }

    public boolean none() {
        return tally.figures().counted() == 0;
    }

    /** Whether votes are what matters now; until the polls close it is who has reported. */
    public boolean counting() {
        return stand.round().phase() != RoundPhase.STARTED;
    }

    public int missingPages() {
        return (missing.total() + missing.size() - 1) / missing.size();
    }
}
