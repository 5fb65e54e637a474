package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.incident.IncidentDay;
import id.deskpilkada.simulation.photo.FormPhotos;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.play.Patience;
import id.deskpilkada.simulation.play.Player;
import id.deskpilkada.simulation.play.Span;
import id.deskpilkada.simulation.tier.SigningDay;
import id.deskpilkada.simulation.voting.Hours;
import id.deskpilkada.simulation.voting.VotingDay;
import id.deskpilkada.simulation.weeks.Weeks;
import id.deskpilkada.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
    /** The weeks before take a fifth of the day's time, but never so little that the application has no time to open its tasks, nor so much that nobody waits. */
    private static final int WEEKS_PART = 5;

    private static final Duration SHORTEST_WEEKS = Duration.ofSeconds(15);
    private static final Duration LONGEST_WEEKS = Duration.ofMinutes(1);
    /** Part of the weeks by which they may take longer without being slow. */
    private static final double USUAL_DELAY = 0.5;

    private static final double MOST_LONGER = 3;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    private static final Patience PATIENCE = new Patience(20, Duration.ofMillis(1_500), Duration.ofSeconds(10));
    /** Once the day is over, what is not possible soon was overtaken by what happened since. */
    private static final Patience PATIENCE_AFTERWARDS =
            new Patience(6, Duration.ofMillis(1_500), Duration.ofSeconds(10));

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
        var called = clock.instant();
        var setUp = new SetUp(desk, plan.administrator(), ELECTION, ROUND);
        if (!setUp.started()) {
            setUp.prepare(world, LocalDate.ofInstant(called, SERANG), plan.seed(), plan.password());
            var weeks = weeks(clock.instant());
            setUp.start(weeks, Hours.beginning(weeks.span().ends().plus(Weeks.SPARE), plan.length()));
        }
        var weeks = weeks(setUp.began());
        log.info(
                "SIMULASI: {} TPS siap dalam {} detik; persiapan berjalan {} detik, lalu hari pemungutan {} menit",
                world.stations().size(),
                Duration.between(called, clock.instant()).toSeconds(),
                weeks.span().length().toSeconds(),
                plan.length().toMinutes());
        if (clock.instant().isBefore(setUp.hours().opens())) {
            var before = new Weeks(desk, world, weeks, clock).pass(ELECTION, ROUND);
            begin(setUp, length(weeks.span()));
            play(setUp.hours(), before);
        } else {
            play(setUp.hours(), Map.of());
        }
    }

    private void begin(SetUp setUp, Duration length) throws InterruptedException {
        var move = new Step("BEGIN_DAY", clock.instant(), () -> setUp.move(Hours.beginning(clock.instant(), length)));
        var open = new Step("OPEN_PUBLIC_VIEW", clock.instant(), () -> setUp.open(setUp.hours()));
        try (var player = new Player(clock, 1, PATIENCE)) {
            player.play(List.of(new Errand(move).then(open)), LONGEST_DELAY);
        }
    }

    /** On a machine on which the weeks took much longer than they should, the day is longer too: nobody is late because of the machine. */
    private Duration length(Span weeks) {
        double took = Duration.between(weeks.began(), clock.instant()).toMillis();
        double slower = took / weeks.length().toMillis() - USUAL_DELAY;
        return Duration.ofMillis((long) (plan.length().toMillis() * Math.max(1, Math.min(MOST_LONGER, slower))));
    }

    private Weeks.Plan weeks(Instant began) {
        return new Weeks.Plan(new Span(began, weeksLength()), plan.seed(), plan.hands());
    }

    private Duration weeksLength() {
        var part = plan.length().dividedBy(WEEKS_PART);
        var atLeast = part.compareTo(SHORTEST_WEEKS) < 0 ? SHORTEST_WEEKS : part;
        return atLeast.compareTo(LONGEST_WEEKS) > 0 ? LONGEST_WEEKS : atLeast;
    }

    private void play(Hours hours, Map<String, Long> before) throws InterruptedException {
        boolean over = clock.instant().isAfter(hours.ends());
        var length = Duration.between(hours.opens(), hours.ends());
        try (var player = new Player(clock, plan.hands(), over ? PATIENCE_AFTERWARDS : PATIENCE)) {
            boolean ended = player.play(errands(hours), length.multipliedBy(3).plus(LONGEST_DELAY));
            log.info(
                    "SIMULASI: {} setelah {} detik: {}",
                    ended ? "selesai" : "dihentikan",
                    Duration.between(hours.opens(), clock.instant()).toSeconds(),
                    together(before, player.counts()));
        }
    }

    private List<Errand> errands(Hours hours) {
        var office = new Office(desk, ELECTION, ROUND, hours.voting());
        var errands = new ArrayList<>(new VotingDay(office, world, hours, plan.seed(), clock).errands());
        errands.addAll(new IncidentDay(office, world, plan.seed()).errands());
        errands.addAll(new SigningDay(office, world, hours).errands());
        var counting = hours.counting();
        var stage = new Stage(
                desk, new FormPhotos(plan.seed()), world.visitorsVillage(), ELECTION, ROUND, counting.began());
        new Script(world, plan.seed(), counting.length()).write().forEach(form -> errands.add(stage.errand(form)));
        return errands;
    }

    private static Map<String, Long> together(Map<String, Long> before, Map<String, Long> day) {
        var all = new TreeMap<>(before);
        all.putAll(day);
        return all;
    }
}
