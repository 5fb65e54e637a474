package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.tally.PlaceTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the modules know at one moment of everything that may become public, before it is cut to what the installation lets out.
 *
 * @param simulation whether nothing of it is real, and every page has to say so
 * @param children places one level down, by the digits of the place above; polling stations are below villages
 * @param rounds what has something to show, the main one first
 */
record Edition(
        PublicView view,
        boolean simulation,
        Place root,
        Map<String, List<Place>> children,
        List<RoundData> rounds,
        Instant readAt) {

    /** @param code dotted, or 13 digits @param level as in {@code /api/tally} */
    record Place(String code, String area, String name, String level) {

        public boolean isStation() {
            return level.equals(STATION);
        }
    }

    static final String STATION = "TPS";

    /**
     * @param votesOpen whether the hour has come from which votes may be public
     * @param beforeVoting whether nobody can have voted yet
     * @param stations polling stations by the digits of each place they lie in; {@code opened} and {@code closed} what they reported
     */
    record RoundData(
            RoundRef round,
            Instant votesNotBefore,
            boolean votesOpen,
            boolean beforeVoting,
            Map<String, Integer> stations,
            Map<String, Integer> opened,
            Map<String, Integer> closed,
            List<RaceData> races) {}

    /** @param expected polling stations that vote on the race, and what came of them, by the digits of each place */
    record RaceData(RaceRef race, Map<String, Integer> expected, Map<String, PlaceTotals> totals) {

        PlaceTotals at(String area) {
            return totals.getOrDefault(area, PlaceTotals.NONE);
        }
    }

    List<Place> below(Place place) {
        return children.getOrDefault(place.area(), List.of());
    }

    /** When something becomes public by the clock alone. */
    Optional<Instant> wakesAt() {
        return rounds.stream()
                .filter(round -> !round.votesOpen())
                .map(RoundData::votesNotBefore)
                .min(Instant::compareTo);
    }
}
