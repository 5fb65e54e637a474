package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.play.Patience;
import id.deskpilkada.simulation.play.Player;
import id.deskpilkada.simulation.play.Span;
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

    /** On a slow machine the weeks take longer than planned; so much longer they may take. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(4);

    /** Until so long after the weeks nothing else happens, unless it is called for. */
    public static final Duration SPARE = LONGEST_DELAY.plusMinutes(2);

    private static final Patience PATIENCE = new Patience(45, Duration.ofMillis(400), Duration.ofSeconds(4));

    private final DeskClient desk;
    private final World world;
    private final Plan plan;
    private final Clock clock;

    /** @param hands requests that may be under way at once */
    public record Plan(Span span, long seed, int hands) {

        /** When each date of the schedule comes, on the clock of the demo. */
        public Map<Slot, Instant> dates() {
            var dates = new LinkedHashMap<Slot, Instant>();
            dates.put(new Slot("ASSIGNMENT", "H-21"), span.at(ASSIGNMENT_DUE));
            dates.put(new Slot("READINESS", "H-7"), span.at(SITE_DUE));
            dates.put(new Slot("ASSIGNMENT", "H-3"), span.at(GAP_DAY));
            dates.put(new Slot("READINESS", "H-1"), span.at(LOGISTICS_DUE));
            return dates;
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
        var office = new Office(desk, election, round, plan.span());
        try (var player = new Player(clock, plan.hands(), PATIENCE)) {
            boolean ended = player.play(all(office), plan.span().length().plus(LONGEST_DELAY));
            log.info(
                    "SIMULASI: persiapan {} setelah {} detik: {}",
                    ended ? "selesai" : "dihentikan",
                    Duration.between(plan.span().began(), clock.instant()).toSeconds(),
                    player.counts());
            return player.counts();
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
