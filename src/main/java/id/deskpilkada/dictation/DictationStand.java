package id.deskpilkada.dictation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.fieldreport.ReportState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a place stands before somebody types for it.
 *
 * @param tps null for a region
 * @param region code of the village, or of the region itself
 * @param dpt voters on the list of the race, or of the first race; null while no list is known
 * @param people who report there themselves, the nearest first
 * @param given what was told already, the latest first; never what it says
 * @param visits of leaders that are still to be made to the TPS, for whoever plans them; null where something else is typed
 * @param stations all TPS of the village, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DictationStand(
        @Nullable String tps,
        String name,
        String region,
        String regionName,
        String districtName,
        @Nullable Integer dpt,
        List<Teller> people,
        List<Told> given,
        @Nullable List<Visit> visits,
        List<Station> stations) {

    record Teller(String username, String name, String role) {}

    /** @param same whether it is about the kind, slot and race that were asked for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            ReportKind kind,
            @Nullable String slot,
            @Nullable String race,
            boolean same,
            String name,
            ReportSource source,
            String reporter,
            String enteredBy,
            OffsetDateTime receivedAt,
            ReportState state,
            String receipt) {}

    /** @param leader user name of whoever goes there */
    record Visit(UUID visit, String leader, String leaderName, OffsetDateTime dueAt) {}

    /** @param missing whether the report that was asked for is still to come */
    record Station(String tps, int number, String name, boolean missing) {}
}
