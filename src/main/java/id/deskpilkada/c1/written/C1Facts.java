package id.deskpilkada.c1.written;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know besides the form itself, all of it about one TPS and one race.
 *
 * @param ballotNumbers of every candidate of the race, the empty column included
 * @param importedDptTotal of the imported voter list of this TPS and this race; null without one
 * @param pagesExpected of the sheet that was copied; null when not known
 * @param specialTps whether the TPS number is 901 or above
 * @param votersOfOtherRaces total voters on the forms of the other races of this TPS
 * @param votesOfVillage votes by ballot number on this race's forms of the other TPS of the village
 * @param photoUsedElsewhere whether one of the photos was also sent for another TPS or race
 */
public record C1Facts(
        Law law,
        List<Integer> ballotNumbers,
        @Nullable Integer importedDptTotal,
        int photoCount,
        @Nullable Integer pagesExpected,
        boolean specialTps,
        List<Integer> votersOfOtherRaces,
        List<SortedMap<Integer, @Nullable Integer>> votesOfVillage,
        boolean photoUsedElsewhere) {

    public C1Facts {
        ballotNumbers = ballotNumbers.stream().distinct().sorted().toList();
        votersOfOtherRaces = List.copyOf(votersOfOtherRaces);
        votesOfVillage = List.copyOf(votesOfVillage);
    }

    /** The largest figure that is not absurd for this TPS, with one decimal kept in tenths. */
    long plausibleLimitInTenths() {
        if (importedDptTotal == null || importedDptTotal <= 0) {
            return law.legalSize() * 11L;
        }
        return Math.max(importedDptTotal * 11L, (importedDptTotal + law.reserve(importedDptTotal)) * 10L);
    }

    /** The law an election is held under: how many voters a TPS may have and how many reserve ballots it gets. */
    public enum Law {
        PILKADA(600, 25),
        PEMILU(300, 20);

        private final int legalSize;
        private final int reservePerMille;

        Law(int legalSize, int reservePerMille) {
            this.legalSize = legalSize;
            this.reservePerMille = reservePerMille;
        }

        int legalSize() {
            return legalSize;
        }

        /** Reserve ballots for a voter list, rounded up per TPS. */
        long reserve(long dpt) {
            return (dpt * reservePerMille + 999) / 1000;
        }
    }
}
