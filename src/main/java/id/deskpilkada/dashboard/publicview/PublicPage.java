package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.tally.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public page of one place shows, and nothing else: from this alone pages and data files are written, so that neither can tell more than the other.
 *
 * @param trail the places above, from the whole installation down
 * @param asOf when a figure on this page last changed; null while there are none
 * @param simulation whether the band SIMULASI must be over it
 */
record PublicPage(
        Place place,
        List<Place> trail,
        PublicMode mode,
        List<RoundPart> rounds,
        @Nullable Instant asOf,
        boolean simulation) {

    boolean isRoot() {
        return trail.isEmpty();
    }

    /** Whether votes are shown, will be, or never are. */
    enum Votes {
        NEVER,
        LATER,
        SHOWN
    }

    /**
     * @param main the round to which the short addresses of data files lead
     * @param opened polling stations that have said they are open; told while people vote
     */
    record RoundPart(
            String election,
            String electionName,
            String code,
            RoundKind kind,
            boolean main,
            LocalDate date,
            RoundPhase phase,
            boolean beforeVoting,
            Votes votes,
            Instant votesNotBefore,
            int stations,
            int opened,
            int closed,
            List<RacePart> races) {

        public boolean voting() {
            return phase == RoundPhase.STARTED && !beforeVoting;
        }

        public boolean counting() {
            return phase != RoundPhase.STARTED;
        }
    }

    /** @param bases what may be told of votes: received first, never mixed; empty while no votes are shown */
    record RacePart(
            String code,
            String name,
            int expected,
            int received,
            int verified,
            Bar bar,
            @Nullable Instant asOf,
            List<CandidatePart> candidates,
            List<BasisPart> bases,
            List<ChildPart> children) {

        /** Whether a table of places has room for the votes of each candidate. */
        public boolean narrow() {
            return candidates.size() <= 5;
        }

        public boolean childVotes() {
            return children.stream().anyMatch(child -> child.verifiedVotes() != null);
        }
    }

    record CandidatePart(int number, String name, boolean emptyColumn, String colour) {}

    /** @param figures null while too few forms are in for a figure to say anything */
    record BasisPart(Basis basis, int counted, int expected, @Nullable Figures figures) {

        public boolean enough() {
            return figures != null;
        }
    }

    record Figures(long valid, long invalid, long dpt, long voters, List<VotesPart> votes) {

        long of(int ballotNumber) {
            return votes.stream()
                    .filter(one -> one.candidate().number() == ballotNumber)
                    .mapToLong(VotesPart::votes)
                    .sum();
        }
    }

    record VotesPart(CandidatePart candidate, long votes, Bar bar) {}

    /** @param page whether the place has a page of its own @param verifiedVotes null where nothing verified is to be shown */
    record ChildPart(
            Place place, boolean page, int expected, int received, int verified, @Nullable BasisPart verifiedVotes) {

        public long votes(int ballotNumber) {
            var figures = verifiedVotes == null ? null : verifiedVotes.figures();
            return figures == null ? 0 : figures.of(ballotNumber);
        }

        public boolean shown() {
            return verifiedVotes != null && verifiedVotes.enough();
        }
    }
}
