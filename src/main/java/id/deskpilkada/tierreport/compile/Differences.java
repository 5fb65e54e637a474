package id.deskpilkada.tierreport.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares two snapshots figure by figure. Lists are compared by what their entries are about, so that one more entry does not shift the others. */
final class Differences {

    /** What differs between any two versions. */
    private static final Set<String> OF_THE_VERSION = Set.of("version", "frozenAt", "ledger", "format", "disclaimer");

    private static final List<String> NAMES =
            List.of("kind", "slot", "race", "number", "code", "ballotNumber", "tps", "region");

    private Differences() {}

    /** @param why tells of a path why it may have changed */
    static List<Change> between(String before, String after, Function<String, List<String>> why) {
        var old = figures(before);
        var now = figures(after);
        return Stream.concat(old.keySet().stream(), now.keySet().stream().filter(path -> !old.containsKey(path)))
                .filter(path -> !String.valueOf(old.get(path)).equals(String.valueOf(now.get(path))))
                .map(path -> new Change(path, old.get(path), now.get(path), why.apply(path)))
                .toList();
    }

    private static Map<String, String> figures(String snapshot) {
        var figures = new TreeMap<String, String>();
        CanonicalJson.tree(snapshot).properties().stream()
                .filter(field -> !OF_THE_VERSION.contains(field.getKey()))
                .forEach(field -> walk(field.getKey(), field.getValue(), figures));
        return new LinkedHashMap<>(figures);
    }

    private static void walk(String path, JsonNode node, Map<String, String> figures) {
        if (node.isObject()) {
            node.properties().forEach(field -> walk(path + "." + field.getKey(), field.getValue(), figures));
        } else if (node.isArray()) {
            node.forEach(entry -> walk(path + "[" + name(entry) + "]", entry, figures));
        } else {
            figures.put(path, node.asText());
        }
    }

    /** The fields that say what an entry is about; the entry itself where it is a word. */
    private static String name(JsonNode entry) {
        if (!entry.isObject()) {
            return entry.asText();
        }
        var name = new StringBuilder();
        for (var field : NAMES) {
            var value = entry.path(field);
            var text = value.isObject() ? value.path("code").asText("") : value.asText("");
            if (!text.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ").append(text);
            }
        }
        return name.toString();
    }
}
