package id.deskpilkada.c1;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.C1Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries between which a person of the desk decides, the oldest first, and where they differ.
 *
 * @param differing dotted paths in the order of the form; a line that somebody was not asked to type does not differ
 */
public record C1Comparison(List<Entry> entries, List<String> differing) {

    /**
     * @param label letter by which it is called, A for the first
     * @param versionNo the version it is or was typed against
     * @param rekeyed whether it was typed again from the photo
     * @param extent {@code ALL}, or {@code VOTES} when only sections IV and V were asked for
     * @param channel by which it came; null when it was typed again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String label,
            int versionNo,
            boolean rekeyed,
            String extent,
            C1Data data,
            String by,
            @Nullable String channel,
            @Nullable String reason,
            Instant at) {

        private boolean asked(String path) {
            return extent.equals(Extent.ALL.name())
                    || C1Fields.sectionsFourAndFive(data.votes().keySet()).contains(path);
        }

        private Entry labelled(int at) {
            return new Entry(
                    String.valueOf((char) ('A' + at)), versionNo, rekeyed, extent, data, by, channel, reason, this.at);
        }
    }

    static C1Comparison of(List<Entry> found) {
        var entries = new ArrayList<Entry>();
        found.stream()
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> entries.add(entry.labelled(entries.size())));
        Set<Integer> ballotNumbers = new TreeSet<>();
        entries.forEach(entry -> ballotNumbers.addAll(entry.data().votes().keySet()));
        var differing = C1Fields.all(ballotNumbers).stream()
                .filter(path -> entries.stream()
                                .filter(entry -> entry.asked(path))
                                .map(entry -> Objects.toString(entry.data().field(path)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return new C1Comparison(List.copyOf(entries), differing);
    }
}
