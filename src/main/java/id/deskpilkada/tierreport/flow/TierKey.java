package id.deskpilkada.tierreport.flow;

import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import java.util.Map;
import java.util.function.Function;

/**
 * Whose report of which slot.
 *
 * @param area digits of a district or regency
 */
record TierKey(long roundId, String slot, String area) {

    private static final int DISTRICT = 6;
    private static final String ROUND_ID = "roundId";
    private static final String SLOT = "slot";
    private static final String AREA = "area";

    static TierKey of(TierReport report) {
        return new TierKey(report.roundId(), report.slot(), report.area());
    }

    /** From the variables of a process. */
    static TierKey of(Function<String, Object> variables) {
        return new TierKey(
                (Long) variables.apply(ROUND_ID), (String) variables.apply(SLOT), (String) variables.apply(AREA));
    }

    TierLevel level() {
        return area.length() == DISTRICT ? TierLevel.DISTRICT : TierLevel.REGENCY;
    }

    boolean isDistrict() {
        return level() == TierLevel.DISTRICT;
    }

    /** The same slot one tier up, or in another place. */
    TierKey in(String otherArea) {
        return new TierKey(roundId, slot, otherArea);
    }

    Map<String, Object> variables() {
        return Map.of(ROUND_ID, roundId, SLOT, slot, AREA, area);
    }
}
