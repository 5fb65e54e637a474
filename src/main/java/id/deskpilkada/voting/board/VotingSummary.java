package id.deskpilkada.voting.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.voting.VotingFacts.SlotTurnout;
import id.deskpilkada.voting.VotingFacts.Standing;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How the day stands in a place and in the places one level down. What has opened, closed, is halted and how calm it is holds for this moment; reports and turnout are those of the slot.
 *
 * @param openingOver whether the time is over by which the polls should be open
 * @param slots in the order in which they are due
 */
public record VotingSummary(
        String disclaimer,
        String election,
        String round,
        String slot,
        OffsetDateTime asOf,
        boolean openingOver,
        List<VotingSlot> slots,
        @JsonUnwrapped Place here,
        List<Place> children) {

    /** @param code of a region, or 13 digits of a TPS @param stations TPS that have to report */
    public record Place(
            String code,
            String name,
            int stations,
            Reports reports,
            int opened,
            int openedLate,
            int closed,
            int halted,
            Calm security,
            Turnout turnout) {

        static Place of(Progress progress, Standing standing, SlotTurnout turnout) {
            int told = standing.calm() + standing.attention() + standing.unrest();
            return new Place(
                    progress.code(),
                    progress.name(),
                    progress.expected(),
                    Reports.of(progress),
                    standing.opened(),
                    standing.openedLate(),
                    standing.closed(),
                    standing.halted(),
                    new Calm(
                            standing.calm(),
                            standing.attention(),
                            standing.unrest(),
                            Math.max(0, progress.expected() - told)),
                    new Turnout(
                            turnout.voters(),
                            turnout.votersListed(),
                            turnout.listed(),
                            turnout.stations(),
                            turnout.held(),
                            turnout.queue()));
        }

        @JsonProperty
        public int notOpened() {
            return Math.max(0, stations - opened);
        }

        @JsonProperty
        public DayState state() {
            return DayState.of(stations, opened, closed, halted, security.unrest(), security.attention());
        }

        /** TPS that are halted or not calm. */
        public int troubled() {
            return halted + security.unrest() + security.attention();
        }
    }

    /** Of the slot: expected = received + late + missing + excused. */
    public record Reports(int expected, int received, int late, int missing, int overdue, int excused) {

        static Reports of(Progress progress) {
            return new Reports(
                    progress.expected(),
                    progress.received(),
                    progress.late(),
                    progress.missing(),
                    progress.overdue(),
                    progress.excused());
        }

        public int came() {
            return received + late;
        }
    }

    /** TPS by how calm it was when they last said so. @param unknown said nothing yet */
    public record Calm(int calm, int attention, int unrest, int unknown) {}

    /**
     * @param votersListed voters of those TPS that have a voter list; a share is {@code votersListed / listed}
     * @param listed registered voters of the TPS whose figure counts
     * @param stations TPS whose figure counts
     * @param held TPS whose figure has to be looked at and counts nowhere
     * @param queue people waiting where most do; null when nobody said
     */
    public record Turnout(
            long voters,
            long votersListed,
            long listed,
            int stations,
            int held,
            @org.jspecify.annotations.Nullable Integer queue) {}
}
