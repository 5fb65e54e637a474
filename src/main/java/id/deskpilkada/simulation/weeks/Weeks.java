package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three weeks in a minute: what camat, village admins, agencies, health staff and the desk do before the day. Some of it is left to the visitor. */
public final class Weeks {

    private static final Logger log = LoggerFactory.getLogger(Weeks.class);

    /** Dates of the schedule as shares of the weeks. */
    static final double ASSIGNMENT_DUE = 0.40;

    static final double SITE_DUE = 0.60;
    static final double GAP_DAY = 0.66;
    static final double LOGISTICS_DUE = 0.95;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final DeskClient desk;
    private final World world;
    private final Plan plan;
    private final Clock clock;

    /**
     * @param length from the beginning to the day of voting
     * @param hands requests that may be under way at once
     */
    public record Plan(Instant began, Duration length, long seed, int hands) {

        public Instant ends() {
            return began.plus(length);
        }

        /** When each date of the schedule comes, on the clock of the demo. */
        public Map<Slot, Instant> dates() {
            var dates = new LinkedHashMap<Slot, Instant>();
            dates.put(new Slot("ASSIGNMENT", "H-21"), at(ASSIGNMENT_DUE));
            dates.put(new Slot("READINESS", "H-7"), at(SITE_DUE));
            dates.put(new Slot("ASSIGNMENT", "H-3"), at(GAP_DAY));
            dates.put(new Slot("READINESS", "H-1"), at(LOGISTICS_DUE));
            return dates;
        }

        /** When so large a share of the weeks is over. */
        Instant at(double share) {
            return began.plus(moment(share));
        }

        Duration moment(double share) {
            return Duration.ofMillis((long) (length.toMillis() * share));
        }
    }

    /** A slot of the schedule. */
    public record Slot(String kind, String name) {}

    public Weeks(DeskClient desk, World world, Plan plan, Clock clock) {
        this.desk = desk;
        this.world = world;
        this.plan = plan;
        this.clock = clock;
    }

    /** How often each step was done, and how often which one was refused. */
    public Map<String, Long> pass(String election, String round) throws InterruptedException {
        var office = new Office(desk, election, round, plan);
        try (var errands = new Errands(plan.began(), clock, plan.hands())) {
            boolean ended = errands.run(all(office), plan.length().plus(PATIENCE));
            log.info(
                    "SIMULASI: persiapan {} setelah {} detik: {}",
                    ended ? "selesai" : "dihentikan",
                    Duration.between(plan.began(), clock.instant()).toSeconds(),
                    errands.counts());
            return errands.counts();
        }
    }

    private List<Errand> all(Office office) {
        var places = new Places(world);
        var all = new ArrayList<Errand>();
        all.addAll(new Namings(office, world).errands());
        all.addAll(new Checks(office, world, places, plan.seed()).errands());
        all.addAll(new Handovers(office, places).errands());
        all.addAll(new Coordination(office, places).errands());
        all.addAll(new Health(office, world, places, plan.seed()).errands());
        return all;
    }
}
