package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.c1.C1Times;
import id.deskpilkada.expectation.ReportSums;
import id.deskpilkada.incident.ResponseFacts;
import id.deskpilkada.readiness.LogisticsFacts;
import id.deskpilkada.tally.VerifiedShares;
import id.deskpilkada.voting.VotingConduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found out about a district, or about all of them together; null and empty where nothing was reported.
 *
 * @param place digits; empty for the line of everything
 * @param shortcomings of logistics, by who had to mend them
 * @param shares of compared forms, by race
 * @param reports that were due, by kind
 */
record DistrictFacts(
        String place,
        VotingConduct.@Nullable Opening opening,
        VotingConduct.@Nullable Halting halting,
        VotingConduct.@Nullable Turnout turnout,
        LogisticsFacts.@Nullable Checked checked,
        List<LogisticsFacts.Shortcomings> shortcomings,
        List<VerifiedShares.Share> shares,
        C1Times.@Nullable Times times,
        ResponseFacts.@Nullable Grave grave,
        ResponseFacts.@Nullable Response response,
        List<ReportSums.Sum> reports) {

    boolean logisticsLookedAt() {
        return checked != null || !shortcomings.isEmpty();
    }

    int found() {
        return shortcomings.stream()
                .mapToInt(LogisticsFacts.Shortcomings::found)
                .sum();
    }

    int open() {
        return shortcomings.stream().mapToInt(LogisticsFacts.Shortcomings::open).sum();
    }

    /** Whether anything at all was told of the day, so that no incident means none. */
    boolean heardOf() {
        return grave != null || (halting != null && halting.stations() > 0);
    }
}
