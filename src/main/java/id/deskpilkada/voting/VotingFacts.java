package id.deskpilkada.voting;

import id.deskpilkada.platform.Page;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the polling stations have reported of the day, to read; what a reader may see is for the reader's scope to say. Areas are digits. Turnout that is held ("perlu dicek")
 * stands in no sum.
 */
public interface VotingFacts {

    /** How the TPS stand at this moment, by the first digits of their codes; places of which nothing was reported are absent. */
    List<Standing> standing(long roundId, String area, int digits);

    /** What the reports of a slot say of turnout, by the first digits of the codes; places without reports in the slot are absent. */
    List<SlotTurnout> turnout(long roundId, String slot, String area, int digits);

    /** The same for the area as a whole, for every slot in which something was reported; {@code place} is the name of the slot. */
    List<SlotTurnout> turnoutBySlot(long roundId, String area);

    /** The TPS of which something was reported, by code; slot figures are those of the slot asked for. */
    List<Station> stations(long roundId, String slot, String area);

    /** Where it is not calm or voting is halted, TPS and regions alike, the newest first. {@code page} counts from 0. */
    Page<Concern> concerns(long roundId, String area, int page, int size);

    /** What was last said of each village and district, by code. */
    List<Situation> situations(long roundId, String area);

    /** Turnout that is held, the latest first. {@code page} counts from 0. */
    Page<Held> held(long roundId, String area, int page, int size);

    /** @param place digits @param opened including those opened late @param held TPS that have a figure to be looked at */
    record Standing(
            String place,
            int opened,
            int openedLate,
            int closed,
            int halted,
            int calm,
            int attention,
            int unrest,
            int held) {

        public static Standing none(String place) {
            return new Standing(place, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        public Standing plus(Standing other) {
            return new Standing(
                    place,
                    opened + other.opened,
                    openedLate + other.openedLate,
                    closed + other.closed,
                    halted + other.halted,
                    calm + other.calm,
                    attention + other.attention,
                    unrest + other.unrest,
                    held + other.held);
        }
    }

    /**
     * @param stations TPS whose figure counts
     * @param listed their registered voters; those without a list count neither here nor in {@code votersListed}
     * @param votersListed voters of the TPS that have a list, so that the share of {@code listed} is one
     * @param held TPS whose figure is held
     * @param queue people waiting at the TPS where most do; null when nobody said
     */
    record SlotTurnout(
            String place,
            int stations,
            long voters,
            long votersListed,
            long listed,
            int held,
            @Nullable Integer queue) {

        public static SlotTurnout none(String place) {
            return new SlotTurnout(place, 0, 0, 0, 0, 0, null);
        }

        public SlotTurnout plus(SlotTurnout other) {
            return new SlotTurnout(
                    place,
                    stations + other.stations,
                    voters + other.voters,
                    votersListed + other.votersListed,
                    listed + other.listed,
                    held + other.held,
                    queue == null
                            ? other.queue
                            : other.queue == null ? queue : Integer.valueOf(Math.max(queue, other.queue)));
        }
    }

    /**
     * @param voters in the slot; null when the slot has no figure
     * @param listed registered voters; null without a list
     * @param queue people waiting, in the slot
     * @param reportedAt when the last report of any slot came
     */
    record Station(
            String tps,
            @Nullable OffsetDateTime openedAt,
            boolean openedLate,
            @Nullable OffsetDateTime closedAt,
            boolean halted,
            @Nullable Security security,
            @Nullable Integer voters,
            @Nullable Integer listed,
            boolean held,
            boolean belowEarlier,
            @Nullable Integer queue,
            @Nullable OffsetDateTime reportedAt) {}

    /**
     * @param place digits of a TPS, village or district
     * @param since when it began, as far as reports tell
     * @param remarks what was written; null when nothing was
     * @param reporterId who reported it last
     */
    record Concern(
            String place,
            boolean halted,
            Security security,
            OffsetDateTime since,
            @Nullable String remarks,
            long reporterId) {}

    /** @param weather CLEAR, CLOUDY, RAIN, STORM or FLOOD; null when nobody said @param power ON, PARTIAL or OFF; null when nobody said */
    record Situation(
            String place,
            String slot,
            Security security,
            @Nullable String weather,
            @Nullable String power,
            @Nullable String remarks,
            OffsetDateTime at) {}

    /** @param listed registered voters; null without a list */
    record Held(
            String tps,
            String slot,
            int voters,
            @Nullable Integer listed,
            @Nullable String remarks,
            OffsetDateTime at) {}
}
