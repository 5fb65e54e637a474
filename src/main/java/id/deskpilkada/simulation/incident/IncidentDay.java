package id.deskpilkada.simulation.incident;

import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** Every incident of the simulated day. */
public final class IncidentDay {

    private final Office office;
    private final World world;
    private final long seed;

    /** @param office in the hours of voting */
    public IncidentDay(Office office, World world, long seed) {
        this.office = office;
        this.world = world;
        this.seed = seed;
    }

    public List<Errand> errands() {
        var scenes = new Scenes(world, seed);
        var errands = new ArrayList<Errand>();
        errands.add(new SilentAgency(office, scenes).errand());
        errands.addAll(new GraveStories(office, scenes, seed).errands());
        errands.addAll(new LesserStories(office, scenes).errands());
        return errands;
    }
}
