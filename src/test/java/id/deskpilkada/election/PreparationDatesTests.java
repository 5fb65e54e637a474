package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class PreparationDatesTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    ElectionSetup setup;

    @Autowired
    PreparationDates dates;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void theFirstAndTheLastSlotOfAKindAreTheDates() {
        long round = small.withPreparation(LocalDate.of(2024, 11, 27)).id();
        assertThat(dates.siteDue(round)).contains(Instant.parse("2024-11-20T11:00:00Z"));
        assertThat(dates.logisticsDue(round)).contains(Instant.parse("2024-11-26T11:00:00Z"));
        assertThat(dates.assignmentDue(round)).contains(Instant.parse("2024-11-06T11:00:00Z"));
        assertThat(dates.assignmentGap(round)).contains(Instant.parse("2024-11-24T11:00:00Z"));
        assertThat(dates.votingDay(round)).isEqualTo(Instant.parse("2024-11-26T17:00:00Z"));
        assertThat(dates.votingClosed(round)).isEqualTo(Instant.parse("2024-11-27T06:00:00Z"));
    }

    @Test
    void aSingleSlotIsBothStages() {
        var round = small.withPreparation(LocalDate.of(2024, 11, 27));
        Instant due = Instant.parse("2024-11-25T11:00:00Z");
        setup.reschedule(round.id(), List.of(new SlotRef("H-2", "READINESS", due.minusSeconds(60), due, false)));
        assertThat(dates.siteDue(round.id())).contains(due);
        assertThat(dates.logisticsDue(round.id())).contains(due);
        assertThat(dates.assignmentDue(round.id())).isEmpty();
    }
}
