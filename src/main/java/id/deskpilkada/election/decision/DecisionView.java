package id.deskpilkada.election.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.SlotRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision as callers see it.
 *
 * @param openedRound code of the round that it opened
 * @param recordedBy name of the person who recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        UUID id,
        String kind,
        String number,
        LocalDate decidedOn,
        @Nullable List<String> tps,
        @Nullable LocalDate day,
        @Nullable List<Slot> schedule,
        @Nullable OffsetDateTime closesAt,
        @Nullable String note,
        @Nullable String openedRound,
        @Nullable String recordedBy,
        OffsetDateTime recordedAt) {

    /** A slot with its times in the regency's own zone. */
    public record Slot(
            String slot, String kind, OffsetDateTime opensAt, OffsetDateTime dueAt, boolean requiresSignature) {

        private static Slot of(SlotRef slot, ZoneId zone) {
            return new Slot(
                    slot.slot(),
                    slot.kind(),
                    at(slot.opensAt(), zone),
                    at(slot.dueAt(), zone),
                    slot.requiresSignature());
        }
    }

    static DecisionView of(DecisionRows.Row row, ZoneId zone) {
        var decision = row.decision();
        return new DecisionView(
                row.id(),
                decision.kind().name(),
                decision.number(),
                decision.decidedOn(),
                decision.tps(),
                decision.day(),
                decision.schedule() == null
                        ? null
                        : decision.schedule().stream()
                                .map(slot -> Slot.of(slot, zone))
                                .toList(),
                decision.closesAt() == null ? null : at(decision.closesAt(), zone),
                decision.note(),
                row.openedRound(),
                row.recordedBy(),
                at(row.recordedAt().toInstant(), zone));
    }

    private static OffsetDateTime at(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
