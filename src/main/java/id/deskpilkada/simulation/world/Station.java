package id.deskpilkada.simulation.world;

import java.util.Map;

/** A polling station that does not exist, with a voter list for each race. */
public record Station(String tps, Place village, Map<Contest, Voters> voters) {

    public Station {
        voters = Map.copyOf(voters);
    }

    public Voters voters(Contest contest) {
        var list = voters.get(contest);
        if (list == null) {
            throw new IllegalArgumentException("no voter list for " + contest);
        }
        return list;
    }

    /** The three digits that people say. */
    public String number() {
        return tps.substring(10);
    }

    /** Prisons, campuses: numbers from 901. */
    public boolean special() {
        return number().startsWith("9");
    }

    /** A voter list (DPT). */
    public record Voters(int male, int female) {

        public int total() {
            return male + female;
        }
    }
}
