package id.deskpilkada.simulation.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.voting.Casting;
import id.deskpilkada.simulation.world.Sketch;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;

/** Where the incidents of the day happen: the same places on every run of the same seed. */
public final class Scenes {

    private static final double TWO_HUNDRED_METRES = 0.0018;

    private final World world;
    private final Casting casting;
    private final Sketch sketch = World.sketch();
    private final long seed;

    public Scenes(World world, long seed) {
        this.world = world;
        this.casting = new Casting(world, seed);
        this.seed = seed;
    }

    /** In a village under water; voting stops here for a while. */
    public Station flooded() {
        return casting.halted();
    }

    public Station brawl() {
        return casting.unruly();
    }

    /** An officer of the TPS collapses; a visitor may be that TPS. */
    public Station collapse() {
        return world.stationsOf(world.visitorsVillage()).get(0);
    }

    public Station dark() {
        return calm(2);
    }

    public Station withoutBallots() {
        return calm(7);
    }

    public Station watched() {
        return calm(12);
    }

    public Station objected() {
        return calm(16);
    }

    public Station rumour() {
        return calm(21);
    }

    /** Left to whoever is BPBD. */
    public Station windy() {
        return calm(25);
    }

    /** Left to whoever is the desk. */
    public Station blocked() {
        return calm(29);
    }

    private Station calm(int which) {
        var stations = casting.calm();
        return stations.get(which % stations.size());
    }

    String reporter(Station station) {
        return casting.reporter(station);
    }

    /** Beside the TPS, well within the distance in which reports are taken for the same. */
    ObjectNode near(Station station) {
        var spot = sketch.spot(seed, station);
        return Office.object().put("lat", spot.lat() + TWO_HUNDRED_METRES).put("lng", spot.lng());
    }
}
