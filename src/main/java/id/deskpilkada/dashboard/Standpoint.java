package id.deskpilkada.dashboard;

import id.deskpilkada.election.RoundRef;
import java.util.List;

/**
 * The round and the place that a page shows, and the way to others.
 *
 * @param area digits of the place
 * @param crumbs from the highest place that the reader may see down to this one
 * @param own the reader's regions, when there are several and none contains the other
 * @param rounds all that have something to show
 */
public record Standpoint(
        RoundRef round, String area, String placeName, List<Link> crumbs, List<Link> own, List<Link> rounds) {

    public String roundName() {
        return name(round);
    }

    static String name(RoundRef round) {
        return round.electionName() + " · " + round.code();
    }
}
