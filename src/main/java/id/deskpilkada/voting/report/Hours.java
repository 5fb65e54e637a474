package id.deskpilkada.voting.report;

import java.time.Duration;
import java.time.Instant;

/** Between when the times of a report may lie. @param dayBegins midnight of the day of voting, in the regency's own time */
record Hours(Instant dayBegins, Instant now) {

    static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** Officers may have begun the evening before. */
    Instant eveBegins() {
        return dayBegins.minus(Duration.ofDays(1));
    }
}
