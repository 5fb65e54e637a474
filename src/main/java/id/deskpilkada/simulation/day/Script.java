package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.Paper;
import id.deskpilkada.simulation.world.Papers;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Gives each form its story and its times: slowly at first, then a flood, then the last ones. */
final class Script {

    private static final double LAST = 0.97;

    private final World world;
    private final long seed;
    private final Duration day;
    private final Papers papers;

    Script(World world, long seed, Duration day) {
        this.world = world;
        this.seed = seed;
        this.day = day;
        this.papers = new Papers(seed);
    }

    /** In the order of the first act. */
    List<FormStory> write() {
        var all = forms();
        var pool = new ArrayList<>(all.stream().filter(form -> !staysOut(form)).toList());
        pool.sort(Comparator.comparingLong(form -> form.dice(seed, "order").nextLong()));
        var stories = new ArrayList<FormStory>();
        int next = 0;
        for (var story : Story.values()) {
            int end = Math.min(pool.size(), next + story.share(all.size()));
            pool.subList(next, end).forEach(form -> stories.add(told(form, story)));
            next = end;
        }
        stories.removeIf(form -> form.times().isEmpty());
        stories.sort(Comparator.comparing(form -> form.times().get(0)));
        return List.copyOf(stories);
    }

    private List<Form> forms() {
        var forms = new ArrayList<Form>();
        for (var station : world.stations()) {
            for (var contest : Contest.values()) {
                forms.add(new Form(station, contest));
            }
        }
        return forms;
    }

    /** Two villages are silent all day, and every second TPS of one village is left to the visitor. */
    private boolean staysOut(Form form) {
        var village = form.station().village();
        if (village.equals(world.visitorsVillage())) {
            return Integer.parseInt(form.station().number()) % 2 == 0;
        }
        return world.territory().silentVillages().contains(village);
    }

    private FormStory told(Form form, Story story) {
        var dice = form.dice(seed, "story");
        var clean = papers.of(form.station(), form.contest());
        var paper = story.isUneven() ? clean.with("totalVotes", clean.number("totalVotes") + 10) : clean;
        return new FormStory(
                form.station(), form.contest(), story, paper, misread(paper, form.contest(), dice), times(story, dice));
    }

    /** A 4 read as a 9 where there is one, else a 1 as a 7; sums stay as on the paper. Now and then two numbers run together. */
    private static Paper misread(Paper paper, Contest contest, Random dice) {
        var name = "votes." + (1 + dice.nextInt(contest.pairs().size()));
        var written = Integer.toString(paper.number(name));
        if (dice.nextInt(8) == 0) {
            return paper.with(name, Integer.parseInt(written + written));
        }
        var read = written.contains("4") ? written.replaceFirst("4", "9") : written.replaceFirst("1", "7");
        return paper.with(name, read.equals(written) ? paper.number(name) + 50 : Integer.parseInt(read));
    }

    private List<Duration> times(Story story, Random dice) {
        var times = new ArrayList<Duration>();
        double at = 0.005 + 0.8 * share(dice);
        for (var act : story.acts()) {
            if (!times.isEmpty() && act != Act.PHOTO && act != Act.BLURRED_PHOTO && act != Act.NEW_PHOTO) {
                at = Math.min(LAST, at + 0.03 + 0.07 * dice.nextDouble());
            }
            times.add(Duration.ofMillis((long) (day.toMillis() * at)));
        }
        return times;
    }

    /** Most come in the middle of the day; one in eight at any time, so that something moves from the first seconds on. */
    private static double share(Random dice) {
        return dice.nextInt(8) == 0
                ? dice.nextDouble()
                : (dice.nextDouble() + dice.nextDouble() + dice.nextDouble()) / 3;
    }

    private record Form(Station station, Contest contest) {

        Random dice(long seed, String what) {
            return Dice.of(seed, what, station.tps(), contest);
        }
    }
}
