package id.deskpilkada.fieldapp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The modules of the field app in two files: what the first screen is made of, and all the rest. On a line that answers after 400 ms every file costs more than its bytes do.
 *
 * <p>Each module still has an address of its own, for pages outside the app that use a few of them; what stands there leads to the same module in its pack, so that no page ever
 * holds a module twice.
 */
final class AppPacks {

    static final String FIRST = "first.js";
    static final String REST = "rest.js";

    /** What the first screen is made of; what waits to be sent stands above it a moment later. */
    private static final List<String> FIRST_SCREEN = List.of("app.js", "home.js");

    private static final Set<String> ALONE = Set.of("sw.js", "lama.js", "start.js");

    private static final String FIRST_HEAD =
            """
            const bodies = {};
            const made = {};
            export const $pack = more => Object.assign(bodies, more);
            export const $part = path => made[path] || (made[path] = bodies[path]());
            const $here = () => Promise.resolve();
            const $rest = () => import('./rest.js').catch(() => import('./rest.js?again=' + Date.now()));
            """;
    private static final String REST_HEAD = "import { $pack, $part } from './" + FIRST
            + "';\nexport { $part };\nconst $here = () => Promise.resolve();\n";

    private final Map<String, AppModule> modules = new LinkedHashMap<>();
    private final Set<String> first = new LinkedHashSet<>();

    /**
     * @param sources all files of the app by path
     * @throws IllegalStateException two modules need each other, or one imports what is not there
     */
    AppPacks(Map<String, byte[]> sources) {
        sources.forEach((path, content) -> {
            if (path.endsWith(".js") && !ALONE.contains(path)) {
                modules.put(path, new AppModule(path, new String(content, StandardCharsets.UTF_8)));
            }
        });
        modules.keySet().forEach(path -> needed(path, new LinkedHashSet<>(), new LinkedHashSet<>()));
        FIRST_SCREEN.forEach(path -> needed(path, new LinkedHashSet<>(), first));
    }

    /** Adds a module and all that it imports. */
    private void needed(String path, Set<String> open, Set<String> found) {
        var module = modules.get(path);
        if (module == null || !open.add(path)) {
            throw new IllegalStateException("the field app lacks " + path + " or has a circle: " + open);
        }
        if (found.add(path)) {
            module.imports().forEach(one -> needed(one, open, found));
        }
        open.remove(path);
    }

    /** The two packs and what stands at each module's own address. */
    SortedMap<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        modules.values().forEach(module -> files.put(module.path(), bytes(pointer(module))));
        files.put(FIRST, bytes(FIRST_HEAD + pack(true)));
        files.put(REST, bytes(REST_HEAD + pack(false)));
        return files;
    }

    private String pack(boolean ofFirst) {
        return modules.values().stream()
                .filter(module -> first.contains(module.path()) == ofFirst)
                .map(module -> module.function(path -> later(path, ofFirst)))
                .collect(Collectors.joining(",\n", "$pack({\n", "\n});\n"));
    }

    /** A browser that once failed to fetch a module may say so for ever; under another address it tries again. */
    private String later(String path, boolean fromFirst) {
        if (!modules.containsKey(path)) {
            throw new IllegalStateException("the field app has no " + path);
        }
        return (fromFirst && !first.contains(path) ? "$rest()" : "$here()") + ".then(() => $part('" + path + "'))";
    }

    private String pointer(AppModule module) {
        var up = "../"
                .repeat((int) module.path().chars().filter(one -> one == '/').count());
        var pack = (up.isEmpty() ? "./" : up) + (first.contains(module.path()) ? FIRST : REST);
        return "import { $part } from '" + pack + "';\n"
                + "const all = $part('" + module.path() + "');\n"
                + module.exported().stream()
                        .map(name -> "const $" + name + " = all." + name + ";\n")
                        .collect(Collectors.joining())
                + "export { "
                + module.exported().stream()
                        .map(name -> "$" + name + " as " + name)
                        .collect(Collectors.joining(", "))
                + " };\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
