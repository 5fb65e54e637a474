package id.deskpilkada.dictation;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page needs before it can be typed on; read by its script.
 *
 * @param person key of the typist, under which drafts are kept
 * @param zone of the regency, e.g. {@code Asia/Jakarta}
 * @param kind what is due now, with its slot; what the address names comes before it
 * @param slots of the schedule, in its order
 * @param races by code, with their names
 * @param visits whether leaders' visits are taken down too: by those who plan them
 */
record DictationSheet(
        long person,
        String election,
        String round,
        String zone,
        String language,
        Asked asked,
        @Nullable ReportKind kind,
        @Nullable String slot,
        List<Slot> slots,
        List<Race> races,
        boolean visits) {

    /** What the address names; each may be null. */
    record Asked(
            @Nullable String tps,
            @Nullable String region,
            @Nullable String kind,
            @Nullable String slot,
            @Nullable String race,
            @Nullable String source) {}

    /** @param opensAt and {@code dueAt} ISO 8601 in UTC */
    record Slot(String kind, String slot, String opensAt, String dueAt) {}

    record Race(String code, String name) {}
}
