package id.deskpilkada.tally;

import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.c1.C1Forms;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.CounterCheck;
import id.deskpilkada.platform.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds everything up again from the forms themselves and compares it with the stored totals, TPS by TPS and for each area above, as of one moment; counters of other modules join. */
@Component
class Recount {

    private static final int STATIONS_AT_ONCE = 2000;
    private static final int TOLD_AT_MOST = 200;
    private static final int[] LEVELS_ABOVE = {10, 6, 4, 2};

    private final C1Forms forms;
    private final RecountQueries stored;
    private final Elections elections;
    private final ObjectProvider<CounterCheck> counters;

    Recount(C1Forms forms, RecountQueries stored, Elections elections, ObjectProvider<CounterCheck> counters) {
        this.forms = forms;
        this.stored = stored;
        this.elections = elections;
        this.counters = counters;
    }

    /**
     * @param checked how many stored rows and sums were compared
     * @param differences at most 200 of them
     */
    record Outcome(boolean ok, int checked, List<Difference> differences) {}

    /**
     * Where a stored total is not what the forms say.
     *
     * @param area digits
     * @param difference what the stored total has too much; negative where it has too little
     */
    record Difference(long roundId, long raceId, String level, String area, Map<String, Long> difference) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Outcome run() {
        return Scope.system("recount", this::recounted);
    }

    private Outcome recounted() {
        var comparison = new Comparison();
        for (var round : elections.shownRounds()) {
            compare(round, comparison);
            counters.orderedStream().forEach(counter -> comparison.join(counter.check(round.id())));
        }
        return new Outcome(
                comparison.differences.isEmpty(),
                comparison.checked,
                comparison.differences.stream().limit(TOLD_AT_MOST).toList());
    }

    private void compare(RoundRef round, Comparison comparison) {
        var sums = new TreeMap<Key, Counts>();
        var seen = new HashSet<Key>();
        String after = "";
        List<C1FormChanged> part;
        do {
            part = forms.facts(round.id(), "", after, STATIONS_AT_ONCE);
            if (!part.isEmpty()) {
                String last = part.get(part.size() - 1).tps();
                comparePart(round, part, stored.contributions(round.id(), after, last), sums, seen, comparison);
                after = last;
            }
        } while (!part.isEmpty());
        stored.contributions(round.id(), after, "~")
                .forEach((key, counts) -> comparison.add(round, "TPS", key, counts, Counts.NONE));
        compareSums(round, sums, comparison);
    }

    private void comparePart(
            RoundRef round,
            List<C1FormChanged> facts,
            Map<Key, Counts> contributions,
            Map<Key, Counts> sums,
            Set<Key> seen,
            Comparison comparison) {
        for (var fact : facts) {
            var key = new Key(fact.raceId(), fact.tps());
            var counts = Counts.of(fact);
            seen.add(key);
            comparison.add(round, "TPS", key, contributions.getOrDefault(key, Counts.NONE), counts);
            for (int digits : LEVELS_ABOVE) {
                sums.merge(new Key(fact.raceId(), fact.tps().substring(0, digits)), counts, Counts::plus);
            }
        }
        contributions.forEach((key, counts) -> {
            if (!seen.contains(key)) {
                comparison.add(round, "TPS", key, counts, Counts.NONE);
            }
        });
    }

    private void compareSums(RoundRef round, Map<Key, Counts> sums, Comparison comparison) {
        var shown = stored.sums(round.id());
        var all = new TreeMap<>(sums);
        shown.keySet().forEach(key -> all.putIfAbsent(key, Counts.NONE));
        all.forEach((key, counts) ->
                comparison.add(round, level(key.area()), key, shown.getOrDefault(key, Counts.NONE), counts));
    }

    private static String level(String area) {
        return switch (area.length()) {
            case 2 -> "PROVINCE";
            case 4 -> "REGENCY";
            case 6 -> "DISTRICT";
            default -> "VILLAGE";
        };
    }

    /** A race in a place. */
    record Key(long raceId, String area) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byRace = Long.compare(raceId, other.raceId);
            return byRace != 0 ? byRace : area.compareTo(other.area);
        }
    }

    private static final class Comparison {

        private final List<Difference> differences = new ArrayList<>();
        private int checked;

        void join(CounterCheck.Result other) {
            checked += other.checked();
            other.miscounts()
                    .forEach(found -> differences.add(new Difference(
                            found.roundId(), found.raceId(), found.level(), found.area(), found.difference())));
        }

        void add(RoundRef round, String level, Key key, Counts stored, Counts counted) {
            checked++;
            if (!stored.sameAs(counted)) {
                differences.add(new Difference(
                        round.id(),
                        key.raceId(),
                        level,
                        key.area(),
                        stored.minus(counted).named()));
            }
        }
    }
}
