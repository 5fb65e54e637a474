package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When screening work is due, as the schedule says at this moment: screening with the check of site and people, referrals with that of logistics. */
@Component
class ScreeningDates {

    private final PreparationDates dates;
    private final Regions regions;
    private final ScreeningSettings settings;

    ScreeningDates(PreparationDates dates, Regions regions, ScreeningSettings settings) {
        this.dates = dates;
        this.regions = regions;
        this.settings = settings;
    }

    /** Whether the schedule asks for work before the day at all. */
    boolean wanted(long roundId) {
        return dates.siteDue(roundId).isPresent();
    }

    Instant screening(long roundId) {
        return dates.siteDue(roundId).orElseGet(() -> dates.votingDay(roundId));
    }

    Instant followUp(long roundId) {
        return dates.logisticsDue(roundId).orElseGet(() -> dates.votingDay(roundId));
    }

    Instant reminder(Instant due) {
        return due.atZone(regions.zone()).minus(settings.remindBefore()).toInstant();
    }
}
