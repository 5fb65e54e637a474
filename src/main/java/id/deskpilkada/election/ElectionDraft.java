package id.deskpilkada.election;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An election as set-up wants it, already checked field by field.
 *
 * @param races at least one, all of one law
 * @param rounds null to keep those there are, or to have one regular round
 * @param schedule null for the default of the day
 */
public record ElectionDraft(
        String code,
        String name,
        LocalDate date,
        List<RaceDraft> races,
        @Nullable List<RoundDraft> rounds,
        @Nullable List<SlotRef> schedule) {

    /** @param regionCode dotted code of the region whose TPS vote on it */
    public record RaceDraft(RaceKind kind, String name, String regionCode, int pagesPlano, int pagesSalinan) {}

    /**
     * @param date null for the day of the election
     * @param tps the TPS of this round, null for all
     */
    public record RoundDraft(String code, RoundKind kind, @Nullable LocalDate date, @Nullable List<String> tps) {}

    Law law() {
        return races.get(0).kind().law();
    }
}
