package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Paper;
import id.deskpilkada.simulation.world.Station;
import java.time.Duration;
import java.util.List;

/**
 * The form of one TPS and race on the simulated day.
 *
 * @param paper what stands on the paper
 * @param misread the paper as somebody reads it who takes one number for another
 * @param times when each act of the story happens, counted from the opening of the count
 */
record FormStory(Station station, Contest contest, Story story, Paper paper, Paper misread, List<Duration> times) {

    FormStory {
        times = List.copyOf(times);
    }

    /** Path of the form under {@code /api/c1/}. */
    String path() {
        return contest + "/" + station.tps();
    }

    String district() {
        return station.village().districtCode();
    }
}
