package id.deskpilkada.voting.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.platform.Page;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a slot, laid out for many polling stations. Absent is what nobody has told.
 *
 * @param situation of the village, for whoever reports it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntrySheet(
        String election,
        String round,
        String slot,
        OffsetDateTime dueAt,
        EntrySlots.Asked asked,
        @Nullable Situation situation,
        Page<Line> stations) {

    /**
     * One TPS.
     *
     * @param dpt voters on its list
     * @param openedAt known from any slot
     * @param halted whether voting stands still, known from any slot
     * @param officer whether an officer of its own reports it; only true is told
     * @param expected whether the slot still misses its report; only true is told
     * @param now the figures of this slot
     * @param before the last figures before it
     * @param noNewsAt when somebody noted that there is no news yet
     * @param sent what the reader sent last for this slot
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Line(
            String tps,
            int number,
            String village,
            @Nullable String address,
            @Nullable Integer dpt,
            Standing state,
            String label,
            String badge,
            @Nullable OffsetDateTime openedAt,
            boolean halted,
            boolean officer,
            boolean expected,
            @Nullable Figures now,
            @Nullable Before before,
            @Nullable OffsetDateTime noNewsAt,
            @Nullable SentReport sent) {}

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Figures(
            @Nullable OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable Integer male,
            @Nullable Integer female,
            @Nullable Integer total,
            @Nullable Security security,
            @Nullable Mobility mobility,
            @Nullable Integer queue,
            @Nullable OfficersCondition officersCondition,
            @Nullable OffsetDateTime onDutySince,
            boolean held,
            @Nullable String remarks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Before(
            String slot,
            @Nullable Integer total,
            @Nullable Security security,
            @Nullable Mobility mobility,
            @Nullable Integer queue,
            @Nullable OfficersCondition officersCondition) {}

    /** The situation of the village itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Situation(
            String area,
            String region,
            String name,
            Standing state,
            String label,
            String badge,
            @Nullable Security security,
            @Nullable String weather,
            @Nullable String power,
            @Nullable String remarks,
            @Nullable SentReport sent) {}

    /** @param reasons why it was refused */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SentReport(
            UUID id, ReportState state, OffsetDateTime receivedAt, String receipt, List<ShownReason> reasons) {

        @JsonIgnore
        boolean refused() {
            return state == ReportState.REJECTED;
        }
    }

    record ShownReason(String code, String message) {}
}
