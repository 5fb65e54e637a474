package id.deskpilkada.simulation.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes papers whose numbers add up. Turnout, invalid votes and voters from outside the list are as common as on real forms. */
public final class Papers {

    private static final int RESERVE_PERMILLE = 25;

    private final long seed;

    public Papers(long seed) {
        this.seed = seed;
    }

    public Paper of(Station station, Contest contest) {
        var numbers = new LinkedHashMap<String, Integer>();
        // In a regular TPS the same people vote in both races; the lists of a special one differ.
        var people = Dice.of(seed, "people", station.tps(), station.special() ? contest : "");
        int voters = people(numbers, station.voters(contest), people);
        ballots(numbers, station.voters(contest).total(), voters, people);
        line(numbers, "disabledVoters", people.nextInt(3), people.nextInt(3));
        votes(numbers, station, contest, voters);
        return new Paper(numbers);
    }

    private static int people(Map<String, Integer> numbers, Station.Voters list, Random dice) {
        int permille = 620 + dice.nextInt(201);
        int male = list.male() * (permille - 15) / 1000;
        int female = list.female() * (permille + 15) / 1000;
        line(numbers, "dpt", list.male(), list.female());
        line(numbers, "voters.listed", male, female);
        int[] moved = {dice.nextInt(3), dice.nextInt(3)};
        int[] unlisted = {dice.nextInt(4), dice.nextInt(4)};
        line(numbers, "voters.movedIn", moved[0], moved[1]);
        line(numbers, "voters.unlisted", unlisted[0], unlisted[1]);
        return line(numbers, "voters.total", male + moved[0] + unlisted[0], female + moved[1] + unlisted[1]);
    }

    private static void ballots(Map<String, Integer> numbers, int listed, int used, Random dice) {
        int received = listed + (listed * RESERVE_PERMILLE + 999) / 1000;
        int spoiled = dice.nextInt(3);
        numbers.put("ballots.received", received);
        numbers.put("ballots.used", used);
        numbers.put("ballots.spoiled", spoiled);
        numbers.put("ballots.unused", received - used - spoiled);
    }

    private void votes(Map<String, Integer> numbers, Station station, Contest contest, int used) {
        var dice = Dice.of(seed, "votes", station.tps(), contest);
        int invalid = used * (10 + dice.nextInt(50)) / 1000;
        int valid = used - invalid;
        var shares = shares(station, contest, dice);
        int allShares = shares.stream().mapToInt(Integer::intValue).sum();
        int left = valid;
        for (int at = shares.size(); at > 1; at--) {
            int votes = valid * shares.get(at - 1) / allShares;
            numbers.put("votes." + at, votes);
            left -= votes;
        }
        numbers.put("votes.1", left);
        for (int number = 1; number <= shares.size(); number++) {
            numbers.put("votes." + number, numbers.remove("votes." + number));
        }
        numbers.put("validVotes", valid);
        numbers.put("invalidVotes", invalid);
        numbers.put("totalVotes", used);
    }

    /** Each village leans its own way, and each TPS a little away from its village. */
    private List<Integer> shares(Station station, Contest contest, Random dice) {
        var lean = Dice.of(seed, "lean", station.village().code(), contest);
        var shares = new ArrayList<Integer>();
        for (var pair : contest.pairs()) {
            shares.add(Math.max(40, pair.share() * 10 + lean.nextInt(241) - 120 + dice.nextInt(81) - 40));
        }
        return shares;
    }

    private static int line(Map<String, Integer> numbers, String name, int male, int female) {
        numbers.put(name + ".male", male);
        numbers.put(name + ".female", female);
        numbers.put(name + ".total", male + female);
        return male + female;
    }
}
