package id.deskpilkada.voting.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What incidents tell of the vote of one TPS.
 *
 * @param overAt from when on a slot is over, because the next one is due; the last one never is
 */
record Halts(List<Halt> all, Map<String, Instant> overAt) {

    static final Halts NONE = new Halts(List.of(), Map.of());

    /** Since when an incident alone says that voting stands still, whatever the reports say that came before it. */
    Optional<Instant> since(List<Version> reports) {
        return all.stream()
                .filter(Halt::standsAlone)
                .map(Halt::since)
                .filter(since -> !resumedAfter(since))
                .filter(since -> reports.stream().noneMatch(report -> resumes(report, since)))
                .min(Comparator.naturalOrder());
    }

    /** Whether an incident that is over, or was none, has lifted what a report said. */
    boolean lift(Version stop) {
        return resumedAfter(stop.observedAt())
                || all.stream()
                        .filter(Halt::byReport)
                        .filter(halt -> halt.withdrawn() || halt.resumedAt() != null)
                        .anyMatch(halt -> !stop.observedAt().isAfter(halt.since()));
    }

    private boolean resumedAfter(Instant stop) {
        return all.stream()
                .anyMatch(halt -> halt.resumedAt() != null && !halt.resumedAt().isBefore(stop));
    }

    /** A report that comes late, about a slot that was over by then, knows nothing of it. */
    private boolean resumes(Version report, Instant since) {
        var over = overAt.get(report.slot());
        return Boolean.FALSE.equals(report.data().halted())
                && report.observedAt().isAfter(since)
                && (over == null || over.isAfter(since));
    }
}
