package id.deskpilkada.simulation.world;

import id.deskpilkada.simulation.world.Station.Voters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Spreads the polling stations over the villages: as many as the real regency has in all, each village by a made-up weight. One is a special location. */
final class Stations {

    static final int ALL = 2_355;
    private static final int LEAST = 3;
    private static final int SMALLEST_LIST = 250;
    private static final int LARGEST_LIST = 600;
    private static final Voters PRISON_GUBERNUR = new Voters(412, 38);
    private static final Voters PRISON_BUPATI = new Voters(171, 23);

    private Stations() {}

    static List<Station> of(Territory territory, long seed) {
        var villages = territory.villages();
        var counts = counts(villages, seed);
        var stations = new ArrayList<Station>();
        for (int at = 0; at < counts.length; at++) {
            for (int number = 1; number <= counts[at]; number++) {
                stations.add(station(villages.get(at), number, seed));
            }
        }
        stations.set(counts[0] - 1, prison(villages.get(0)));
        return List.copyOf(stations);
    }

    /** By the largest remainder, so that the sum is exact. */
    private static int[] counts(List<Place> villages, long seed) {
        var weights = villages.stream()
                .mapToInt(village -> 2 + Dice.of(seed, "size", village.code()).nextInt(11))
                .toArray();
        int allWeights = IntStream.of(weights).sum();
        int toSpread = ALL - LEAST * villages.size();
        var counts = IntStream.of(weights)
                .map(weight -> LEAST + weight * toSpread / allWeights)
                .toArray();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingInt(at -> -(weights[at] * toSpread % allWeights)))
                .limit(ALL - IntStream.of(counts).sum())
                .forEach(at -> counts[at]++);
        return counts;
    }

    private static Station station(Place village, int number, long seed) {
        var dice = Dice.of(seed, "list", village.code(), number);
        int total = SMALLEST_LIST + dice.nextInt(LARGEST_LIST - SMALLEST_LIST + 1);
        int male = total * (480 + dice.nextInt(41)) / 1000;
        var list = new Voters(male, total - male);
        return new Station(
                village.area() + String.format("%03d", number),
                village,
                Map.of(Contest.GUBERNUR, list, Contest.BUPATI, list));
    }

    /** Prisoners from elsewhere in the province vote for the governor only, so the two lists differ. */
    private static Station prison(Place village) {
        return new Station(
                village.area() + "901",
                village,
                Map.of(Contest.GUBERNUR, PRISON_GUBERNUR, Contest.BUPATI, PRISON_BUPATI));
    }
}
