package id.deskpilkada.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has come in of a race at one place, on both bases. Made for publications, which have to keep the received figures of places below the whole back themselves ({@link Blindness}).
 *
 * @param received polling stations with a form; verified are parts of them
 * @param changedAt when one of the figures last changed; null while there are none
 */
public record PlaceTotals(
        int received, int verified, OnBasis ofReceived, OnBasis ofVerified, @Nullable Instant changedAt) {

    public static final PlaceTotals NONE = of(TallyQueries.Stored.NOTHING);

    static PlaceTotals of(TallyQueries.Stored stored) {
        var counts = stored.counts();
        return new PlaceTotals(
                counts.received(),
                counts.verified(),
                OnBasis.of(counts, Basis.RECEIVED),
                OnBasis.of(counts, Basis.VERIFIED),
                stored.changedAt());
    }

    public OnBasis on(Basis basis) {
        return basis == Basis.RECEIVED ? ofReceived : ofVerified;
    }

    /** @param counted forms whose figures are in the sums */
    public record OnBasis(int counted, long valid, long invalid, long dpt, long voters, Ballots ballots) {

        static OnBasis of(Counts counts, Basis basis) {
            var sums = counts.sums(basis);
            return new OnBasis(
                    counts.counted(basis), sums.valid(), sums.invalid(), sums.dpt(), sums.voters(), new Ballots(sums));
        }
    }

    /** Votes by ballot number. */
    public static final class Ballots {

        private final Sums sums;

        Ballots(Sums sums) {
            this.sums = sums;
        }

        public long votes(int ballotNumber) {
            return sums.votes(ballotNumber);
        }
    }
}
