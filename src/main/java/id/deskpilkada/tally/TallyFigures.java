package id.deskpilkada.tally;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of one place on one basis.
 *
 * @param expected polling stations of the round that vote on the race
 * @param received of them those with a form; held and verified are parts of it
 * @param counted forms whose figures are in the sums below
 * @param withheld true when the reader could still have to verify a form and must not know its figures; then there are none, and {@code held} and {@code counted} are 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TallyFigures(
        Place region,
        int expected,
        int received,
        int held,
        int verified,
        int counted,
        @Nullable Boolean withheld,
        @Nullable List<CandidateVotes> votes,
        @Nullable Long validVotes,
        @Nullable Long invalidVotes,
        @Nullable Long dptTotal,
        @Nullable Long votersTotal) {

    /**
     * A region or a polling station.
     *
     * @param code dotted for a region, 13 digits for a polling station
     * @param level PROVINCE, REGENCY, DISTRICT, VILLAGE or TPS
     */
    public record Place(String code, String name, String level) {}

    public record CandidateVotes(int ballotNumber, String name, long votes) {}
}
