package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.util.List;

/** The TPS to which something happens before the day. All lie in the visitor's district but the one without signal, whose village stays silent on the day. */
public final class Places {

    private final World world;
    private final List<Station> told;

    public Places(World world) {
        this.world = world;
        this.told = reported(world.territory().district(world.visitorsVillage()));
    }

    /** TPS of a district that are checked; every second one of the visitor's village is left to the visitor, and nothing comes from silent villages. */
    List<Station> reported(Place district) {
        return world.stations().stream()
                .filter(station -> station.village().districtCode().equals(district.code()))
                .filter(station -> !world.territory().silentVillages().contains(station.village()))
                .filter(station -> !station.village().equals(world.visitorsVillage())
                        || Integer.parseInt(station.number()) % 2 == 1)
                .toList();
    }

    /** Prone to floods: handed over to BPBD. */
    public Station flooded() {
        return told.get(11);
    }

    /** Also prone to floods, found by the check of its site. */
    public Station threatened() {
        return told.get(17);
    }

    /** Taken by the desk with a note. */
    public Station accepted() {
        return told.get(2);
    }

    /** Passed on to KPU, which leaves it where it is. */
    public Station passedOn() {
        return told.get(5);
    }

    /** Has no roof at the deadline: left to the visitor. */
    public Station roofless() {
        return told.get(8);
    }

    /** Hard to reach: a leader will come. */
    public Station remote() {
        return told.get(14);
    }

    /** Without signal, in a village with an admin from which nothing comes on the day. */
    public Station blankSpot() {
        return world.stationsOf(world.territory().silentVillages().get(0)).get(0);
    }

    Place visitorsDistrict() {
        return world.territory().district(world.visitorsVillage());
    }
}
