package id.deskpilkada.readiness.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register as people and programs read it.
 *
 * @param place its name
 * @param code dotted for a region, 13 digits for a TPS
 * @param inherited whether it was recorded for an area above the one that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskView(
        long id,
        String code,
        String place,
        String district,
        String indicator,
        String indicatorName,
        String variable,
        String variableName,
        int weight,
        @Nullable String level,
        String owner,
        String ownerName,
        @Nullable String note,
        String state,
        @Nullable String closeReason,
        @Nullable String handedTo,
        @Nullable LocalDate measureDue,
        OffsetDateTime recordedAt,
        OffsetDateTime changedAt,
        boolean inherited) {}
