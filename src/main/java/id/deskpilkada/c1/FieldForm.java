package id.deskpilkada.c1;

import id.deskpilkada.election.StationRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One form on the reporter's page.
 *
 * @param standing how it stands
 * @param entering whether its fields are shown to be filled in; else what was sent is shown
 * @param entry what stands in the fields
 * @param photoReport id of the report of photos that may be sent from this page
 * @param errors text by field path
 * @param notice said above the fields; null when all is well
 * @param photoRejection why new photos are asked for; null when they are not
 * @param sent what was just sent; null otherwise
 * @param observer whether the person may report what they see themselves
 * @param typist whether they may take down what others tell them
 */
record FieldForm(
        C1Case about,
        StationRef station,
        String stationName,
        C1Sheet sheet,
        FieldList.Standing standing,
        boolean entering,
        FieldEntry entry,
        UUID photoReport,
        Map<String, String> errors,
        @Nullable String notice,
        @Nullable String photoRejection,
        List<String> photos,
        @Nullable Sent sent,
        boolean observer,
        boolean typist) {

    /**
     * @param looks places on the paper that are worth a second look, in words that blame nobody
     * @param photos number of photos in it; 0 when it was the numbers
     */
    record Sent(String receipt, String time, List<String> looks, int photos) {}

    public @Nullable String error(String path) {
        return errors.get(path);
    }

    public String value(String path) {
        return entry.typed().getOrDefault(path, "");
    }

    public boolean missing() {
        return standing == FieldList.Standing.MISSING;
    }
}
