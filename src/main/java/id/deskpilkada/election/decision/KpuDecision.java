package id.deskpilkada.election.decision;

import id.deskpilkada.election.SlotRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was recorded, checked field by field.
 *
 * @param tps the TPS it is about, by code; null for all of the round
 * @param day the day of voting of the round it opens; null for an extension
 * @param schedule of the round it opens, null for the default of its day; of an extension the slots that move
 * @param closesAt when the polls close now; null unless an extension says so
 */
record KpuDecision(
        DecisionKind kind,
        String number,
        LocalDate decidedOn,
        @Nullable List<String> tps,
        @Nullable LocalDate day,
        @Nullable List<SlotRef> schedule,
        @Nullable Instant closesAt,
        @Nullable String note) {}
