package id.deskpilkada.voting.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was posted from the form without scripts, and what was wrong with it.
 *
 * @param faults texts by place and field; the empty place for who sent it, the empty field for what belongs to no field
 * @param spent rows whose id the ledger has with other content
 */
record PostedEntry(
        @Nullable String source,
        @Nullable String onBehalfOf,
        List<TypedRow> rows,
        Map<String, Map<String, String>> faults,
        Set<String> spent) {

    static final PostedEntry NOTHING = new PostedEntry(null, null, List.of(), Map.of(), Set.of());

    private static final Pattern FIELD = Pattern.compile("(\\d{10}|\\d{13})\\.([a-zA-Z]{2,20})");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> KNOWN = Set.of(
            "security",
            "total",
            "male",
            "female",
            "openedAt",
            "closedAt",
            "queue",
            "mobility",
            "officersCondition",
            "onDutySince",
            TypedRow.HALTED,
            "remarks",
            "weather",
            "power",
            TypedRow.NO_NEWS);

    static PostedEntry of(Map<String, String> parameters) {
        var places = new LinkedHashMap<String, Map<String, String>>();
        parameters.forEach((name, text) -> {
            var field = FIELD.matcher(name);
            var value = text.strip().replace("\r\n", "\n");
            if (field.matches() && !value.isEmpty()) {
                places.computeIfAbsent(field.group(1), place -> new TreeMap<>()).put(field.group(2), value);
            }
        });
        var rows = places.entrySet().stream()
                .map(place -> row(place.getKey(), place.getValue()))
                .toList();
        return new PostedEntry(text(parameters, "source"), text(parameters, "onBehalfOf"), rows, Map.of(), Set.of());
    }

    private static TypedRow row(String place, Map<String, String> posted) {
        var values = new TreeMap<>(posted);
        values.keySet().retainAll(KNOWN);
        var id = posted.getOrDefault("id", "");
        return new TypedRow(
                place,
                ID.matcher(id).matches() ? UUID.fromString(id) : UUID.randomUUID(),
                values,
                posted.getOrDefault("was", ""));
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    List<TypedRow> filled() {
        return rows.stream().filter(TypedRow::filled).toList();
    }

    PostedEntry with(Map<String, Map<String, String>> found, Set<String> taken) {
        return new PostedEntry(source, onBehalfOf, rows, found, taken);
    }

    /** What was typed in a row that was not taken; null for every other row. */
    @Nullable
    TypedRow refused(String place) {
        return !faults.containsKey(place)
                ? null
                : rows.stream()
                        .filter(row -> row.place().equals(place))
                        .findFirst()
                        .orElse(null);
    }

    UUID idAfter(TypedRow row) {
        return spent.contains(row.place()) ? UUID.randomUUID() : row.id();
    }

    Map<String, String> errors(String place) {
        return faults.getOrDefault(place, Map.of());
    }
}
