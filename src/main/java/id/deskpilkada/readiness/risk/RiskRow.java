package id.deskpilkada.readiness.risk;

import id.deskpilkada.readiness.risk.RiskQuestion.State;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register with what belongs to its place.
 *
 * @param level class of the place; null for places above villages
 * @param handedTo code of the agency that has it in hand
 * @param exact whether lat and lng are those of the TPS; otherwise they are the centre of its region
 */
record RiskRow(
        long id,
        String area,
        String indicator,
        String variable,
        String label,
        @Nullable String labelEn,
        int weight,
        String owner,
        @Nullable String note,
        String state,
        @Nullable String closeReason,
        String mitigation,
        @Nullable LocalDate mitigationDue,
        @Nullable String handedTo,
        @Nullable String level,
        OffsetDateTime recordedAt,
        OffsetDateTime changedAt,
        @Nullable Double lat,
        @Nullable Double lng,
        boolean exact) {

    RiskIndicator asIndicator() {
        return new RiskIndicator(indicator, "", variable, label, labelEn, weight, owner, true);
    }

    State followed(LocalDate today) {
        if (state.equals("CLOSED")) {
            return State.CLOSED;
        }
        return switch (mitigation) {
            case "HANDED" -> State.HANDED;
            case "ACKNOWLEDGED" -> State.ACKNOWLEDGED;
            case "DONE" -> State.MITIGATED;
            case "PLANNED" -> mitigationDue != null && mitigationDue.isBefore(today) ? State.LATE : State.PLANNED;
            default -> State.WAITING;
        };
    }
}
