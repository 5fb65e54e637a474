package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.PreparationDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Until when an agency answers and acts: what the desk has set, else what settings and schedule say. */
@Component
@EnableConfigurationProperties(MitigationDates.Settings.class)
class MitigationDates {

    /** An agency that has little time answers in a third of it. */
    private static final int PART_FOR_THE_ANSWER = 3;

    private final PreparationDates schedule;
    private final Settings settings;
    private final Clock clock;

    MitigationDates(PreparationDates schedule, Settings settings, Clock clock) {
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param acknowledgeWithin how long an agency has to confirm a list */
    @ConfigurationProperties("desk.risk")
    record Settings(@DefaultValue("48h") Duration acknowledgeWithin) {}

    /** @param bySchedule whether measuresBy follows the schedule */
    record Dates(Instant acknowledgeBy, Instant measuresBy, boolean bySchedule) {}

    Dates of(long roundId, HandoverChoice choice) {
        var due = choice.measuresBy() == null ? scheduled(roundId) : choice.measuresBy();
        return new Dates(answer(choice.acknowledgeBy(), due), due, choice.measuresBy() == null);
    }

    private Instant answer(@Nullable Instant wanted, Instant due) {
        if (wanted != null) {
            return wanted;
        }
        var now = clock.instant();
        var left = Duration.between(now, due).dividedBy(PART_FOR_THE_ANSWER);
        return now.plus(
                left.compareTo(Duration.ZERO) > 0 && left.compareTo(settings.acknowledgeWithin()) < 0
                        ? left
                        : settings.acknowledgeWithin());
    }

    /** When everything is to be in place: with the last check of readiness, or when the day of voting begins. */
    Instant scheduled(long roundId) {
        return schedule.logisticsDue(roundId).orElseGet(() -> schedule.votingDay(roundId));
    }
}
