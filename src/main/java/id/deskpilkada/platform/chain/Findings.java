package id.deskpilkada.platform.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check has looked at so far, and what it found. */
public final class Findings {

    /** Whoever altered more than this has altered everything; the answer stays readable. */
    private static final int MOST_DIFFERENCES = 500;

    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    public void found(Difference difference) {
        if (differences.size() < MOST_DIFFERENCES) {
            differences.add(difference);
        }
    }

    /** @param what was looked at, e.g. {@code audit} */
    public void counted(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    public long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public List<Difference> differences() {
        return List.copyOf(differences);
    }
}
