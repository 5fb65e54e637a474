package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.photo.FormPhotos;
import id.deskpilkada.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated day from the set-up to its end. Started again on the same data it goes on where it was. */
public final class ElectionDay {

    public static final String ELECTION = "simulasi-2024";
    public static final String ROUND = "R1";

    private static final Logger log = LoggerFactory.getLogger(ElectionDay.class);
    private static final ZoneId SERANG = ZoneId.of("Asia/Jakarta");

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
            setUp.prepare(world, LocalDate.ofInstant(began, SERANG), plan.password());
            setUp.start(clock.instant(), plan.length());
        }
        var opened = setUp.opened();
        log.info(
                "SIMULASI: {} TPS siap dalam {} detik; hari pemungutan berjalan {} menit",
                world.stations().size(),
                Duration.between(began, clock.instant()).toSeconds(),
                plan.length().toMinutes());
        play(opened);
    }

    private void play(Instant opened) throws InterruptedException {
        var stage = new Stage(desk, new FormPhotos(plan.seed()), world.visitorsVillage(), ELECTION, ROUND, opened);
        var stories = new Script(world, plan.seed(), plan.length()).write();
        try (var player = new Player(stage, opened, clock, plan.hands())) {
            boolean ended = player.play(stories, plan.length());
            log.info(
                    "SIMULASI: {} setelah {} detik: {}",
                    ended ? "selesai" : "dihentikan",
                    Duration.between(opened, clock.instant()).toSeconds(),
                    player.counts());
        }
    }
}
