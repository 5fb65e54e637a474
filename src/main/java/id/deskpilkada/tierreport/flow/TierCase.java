package id.deskpilkada.tierreport.flow;

import java.time.Instant;

/** @param dueAt when its figures are to be frozen, as its timer was last told */
record TierCase(long roundId, String slot, String area, CaseState state, Instant dueAt) {

    TierKey key() {
        return new TierKey(roundId, slot, area);
    }
}
