package id.deskpilkada.voting.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vote that stands still as an incident tells it.
 *
 * @param byReport whether the incident comes from a report of the day, which halts the vote by itself
 * @param resumedAt since when it goes on; null while the incident does not tell
 */
record Halt(Instant since, boolean byReport, boolean withdrawn, @Nullable Instant resumedAt) {

    boolean standsAlone() {
        return !byReport && !withdrawn && resumedAt == null;
    }
}
