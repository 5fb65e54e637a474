package id.deskpilkada.fieldapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in the field has to know for a whole day without network.
 *
 * @param round null when none is running
 * @param wide whether the person's places hold more TPS than a phone is made for; then {@code stations} and {@code open} are empty
 * @param zone of the regency, e.g. {@code Asia/Jakarta}
 * @param races of the stations
 * @param open reports that have not come, those due first at the top, also before their slot opens; each named once for all TPS that owe it
 * @param settled reports that the desk waits for no more, as {@code open}; they may still be sent
 * @param visits that the person has still to make
 * @param smsTo the number that reports can be sent to by SMS, as it is dialled; null when there is none
 * @param simulation whether all of this is made up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldDay(
        Person person,
        @Nullable String election,
        @Nullable Round round,
        List<Choice> rounds,
        OffsetDateTime serverTime,
        String zone,
        String language,
        String disclaimer,
        boolean simulation,
        boolean wide,
        List<Race> races,
        List<Station> stations,
        List<Region> regions,
        List<Slot> slots,
        List<Open> open,
        List<Settled> settled,
        List<Visit> visits,
        List<Task> tasks,
        List<Number> numbers,
        String helpdesk,
        @Nullable String smsTo) {

    record Person(long id, String name) {}

    record Round(String code, String kind, String name) {}

    record Choice(String election, String round, String kind, String name) {}

    /** @param plan how the TPS reports without signal, in one line */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Station(String tps, int number, String villageName, List<RaceOf> races, @Nullable String plan) {}

    record Race(String code, String name) {}

    /** @param dpt voters on the list of the TPS; null while no list is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RaceOf(String code, @Nullable Integer dpt) {}

    record Region(String code, String name) {}

    record Slot(String kind, String slot, Instant opensAt, Instant dueAt) {}

    /** @param stage of a readiness report: SITE or LOGISTICS */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Open(
            String kind,
            List<String> tps,
            @Nullable String race,
            String slot,
            @Nullable String stage,
            String label,
            Instant dueAt) {}

    /** @param excused true for what was let off; null for what has come, by whatever way */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settled(
            String kind,
            List<String> tps,
            @Nullable String race,
            String slot,
            @Nullable String stage,
            @Nullable Boolean excused) {}

    /** @param place as people call the TPS, which need not be one of the stations */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Visit(UUID visit, String tps, String place, Instant dueAt, @Nullable String reason) {}

    /** @param path where it is done, in the app ({@code #/...}) or on a page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(String id, String name, @Nullable Instant dueAt, String path) {}

    record Number(String name, String place, String phone) {}
}
