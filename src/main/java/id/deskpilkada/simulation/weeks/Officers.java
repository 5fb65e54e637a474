package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** Officers of a few TPS of the visitor's district, and the two puskesmas that look after them. */
final class Officers {

    private static final String FIRST = "Puskesmas Kramatwatu (karangan)";
    private static final String SECOND = "Puskesmas Toyomerto (karangan)";
    private static final int STATIONS_OF_THE_FIRST = 6;
    private static final int STATIONS = 8;
    private static final int KPPS = 7;
    private static final int LINMAS = 2;

    private final List<Officer> all = new ArrayList<>();

    record Officer(String code, String name, String duty, String tps, String puskesmas) {}

    Officers(World world, Places places, long seed) {
        var stations = places.reported(world.territory().district(world.visitorsVillage()));
        for (int at = 0; at < STATIONS; at++) {
            var puskesmas = at < STATIONS_OF_THE_FIRST ? FIRST : SECOND;
            add(stations.get(at), "KPPS", KPPS, puskesmas, seed);
            add(stations.get(at), "LINMAS", LINMAS, puskesmas, seed);
        }
    }

    private void add(Station station, String duty, int number, String puskesmas, long seed) {
        for (int one = 1; one <= number; one++) {
            var code = duty + "-" + station.tps() + "-" + one;
            all.add(new Officer(code, People.name(seed, code), duty, station.tps(), puskesmas));
        }
    }

    List<Officer> all() {
        return all;
    }

    List<Officer> screened() {
        return all.stream().filter(officer -> officer.puskesmas().equals(FIRST)).toList();
    }
}
