package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.photo.FormPhotos;
import id.deskpilkada.simulation.weeks.Weeks;
import id.deskpilkada.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated weeks and day from the set-up to the end. Started again on the same data it goes on where it was. */
public final class ElectionDay {

    public static final String ELECTION = "simulasi-2024";
    public static final String ROUND = "R1";

    private static final Logger log = LoggerFactory.getLogger(ElectionDay.class);
    private static final ZoneId SERANG = ZoneId.of("Asia/Jakarta");
    /** The weeks before take a fifth of the day's time, and long enough for the application to open its tasks. */
    private static final int WEEKS_PART = 5;

    private static final Duration SHORTEST_WEEKS = Duration.ofSeconds(15);

    private final DeskClient desk;
    private final World world;
    private final Plan plan;
    private final Clock clock;

    /**
     * @param administrator who sets the installation up
     * @param hands requests that may be under way at once
     */
    public record Plan(String administrator, String password, long seed, Duration length, int hands) {}

    public ElectionDay(DeskClient desk, World world, Plan plan, Clock clock) {
        this.desk = desk;
        this.world = world;
        this.plan = plan;
        this.clock = clock;
    }

    public void run() throws InterruptedException {
        var began = clock.instant();
        var setUp = new SetUp(desk, plan.administrator(), ELECTION, ROUND);
        if (!setUp.started()) {
            setUp.prepare(world, LocalDate.ofInstant(began, SERANG), plan.seed(), plan.password());
            setUp.start(weeks(clock.instant()), plan.length());
        }
        var opened = setUp.opened();
        var weeks = weeks(opened.minus(weeksLength()));
        log.info(
                "SIMULASI: {} TPS siap dalam {} detik; persiapan berjalan {} detik, lalu hari pemungutan {} menit",
                world.stations().size(),
                Duration.between(began, clock.instant()).toSeconds(),
                weeks.length().toSeconds(),
                plan.length().toMinutes());
        if (clock.instant().isBefore(opened)) {
            var before = new Weeks(desk, world, weeks, clock).pass(ELECTION, ROUND);
            play(later(opened, clock.instant()), before);
        } else {
            play(opened, Map.of());
        }
    }

    /** On a slow machine the weeks take longer than planned, and the day begins when they are over. */
    private static Instant later(Instant planned, Instant now) {
        return planned.isBefore(now) ? now : planned;
    }

    private Weeks.Plan weeks(Instant began) {
        return new Weeks.Plan(began, weeksLength(), plan.seed(), plan.hands());
    }

    private Duration weeksLength() {
        var part = plan.length().dividedBy(WEEKS_PART);
        return part.compareTo(SHORTEST_WEEKS) < 0 ? SHORTEST_WEEKS : part;
    }

    private void play(Instant opened, Map<String, Long> before) throws InterruptedException {
        var stage = new Stage(desk, new FormPhotos(plan.seed()), world.visitorsVillage(), ELECTION, ROUND, opened);
        var stories = new Script(world, plan.seed(), plan.length()).write();
        try (var player = new Player(stage, opened, clock, plan.hands())) {
            boolean ended = player.play(stories, plan.length());
            log.info(
                    "SIMULASI: {} setelah {} detik: {}",
                    ended ? "selesai" : "dihentikan",
                    Duration.between(opened, clock.instant()).toSeconds(),
                    together(before, player.counts()));
        }
    }

    private static Map<String, Long> together(Map<String, Long> before, Map<String, Long> day) {
        var all = new TreeMap<>(before);
        all.putAll(day);
        return all;
    }
}
