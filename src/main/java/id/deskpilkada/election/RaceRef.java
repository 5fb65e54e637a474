package id.deskpilkada.election;

import id.deskpilkada.platform.Area;
import java.util.List;

/**
 * What is voted on, with its candidates by ballot number. It is voted on at the TPS inside its region.
 *
 * @param pagesPlano pages of the large original of C.Hasil
 * @param pagesSalinan pages of the signed copy
 */
public record RaceRef(
        long id,
        long electionId,
        String code,
        String name,
        String regionCode,
        int pagesPlano,
        int pagesSalinan,
        List<CandidateRef> candidates) {

    public RaceRef {
        candidates = List.copyOf(candidates);
    }

    public List<Integer> ballotNumbers() {
        return candidates.stream().map(CandidateRef::ballotNumber).toList();
    }

    /** Whether the race is voted on at this TPS. */
    public boolean covers(String tps) {
        return tps.startsWith(Area.digits(regionCode));
    }
}
