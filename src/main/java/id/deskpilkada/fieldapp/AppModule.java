package id.deskpilkada.fieldapp;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of the field app as a function, so that many of them travel in one file: what it imports is asked of {@code $part}, what it exports is what the function returns. Only
 * what our modules and those of the WebJars use is known; anything else is an error at start, never a wrong program. A name whose value changes after the module has run cannot be
 * exported.
 */
final class AppModule {

    private static final String BEGIN = "(?:^|(?<=[;}]))";
    private static final String FROM = "\\s*from\\s*['\"](\\.[^'\"]+)['\"];?";
    private static final String NAMES = "\\{([^}]*)}";
    private static final Pattern COMMENTS =
            Pattern.compile("^[ \\t]*(?://.*|/\\*[\\s\\S]*?\\*/[ \\t]*)\\n", Pattern.MULTILINE);
    private static final Pattern IMPORT_ALL =
            Pattern.compile("(?m)" + BEGIN + "import\\s*\\*\\s*as\\s+([\\w$]+)" + FROM);
    private static final Pattern IMPORT = Pattern.compile("(?m)" + BEGIN + "import\\s*" + NAMES + FROM);
    private static final Pattern EXPORT_FROM = Pattern.compile("(?m)" + BEGIN + "export\\s*" + NAMES + FROM);
    private static final Pattern EXPORT_LIST = Pattern.compile("(?m)" + BEGIN + "export\\s*" + NAMES + ";?");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ((?:async )?function |const |class )([\\w$]+)");
    private static final Pattern LATER = Pattern.compile("\\bimport\\(\\s*'(\\.[^']+)'\\s*\\)");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)" + BEGIN + "\\s*(?:export\\b|import\\s*[^(\\s])");

    private final String path;
    private final List<String> imports = new ArrayList<>();
    private final Map<String, String> exports = new LinkedHashMap<>();
    private final String body;

    /**
     * @param path below the version, e.g. {@code form/form.js}
     * @throws IllegalStateException the module imports or exports in a way that is not known
     */
    AppModule(String path, String source) {
        this.path = path;
        var text =
                path.startsWith("vendor/") ? source : COMMENTS.matcher(source).replaceAll("");
        text = replaced(
                IMPORT_ALL, text, all -> "const " + all.group(1) + " = $part('" + imported(all.group(2)) + "');");
        text = replaced(
                IMPORT,
                text,
                some -> "const {" + some.group(1).replaceAll("\\s+as\\s+", ": ") + "} = $part('"
                        + imported(some.group(2)) + "');");
        text = replaced(EXPORT_FROM, text, some -> {
            var other = "$part('" + imported(some.group(2)) + "').";
            return passedOn(some.group(1), other);
        });
        text = replaced(EXPORT_LIST, text, some -> passedOn(some.group(1), ""));
        text = replaced(EXPORT, text, one -> {
            exports.put(one.group(2), one.group(2));
            return one.group(1) + one.group(2);
        });
        if (UNKNOWN.matcher(text).find()) {
            throw new IllegalStateException("the field app cannot pack " + path);
        }
        body = text.strip();
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }

    private String imported(String from) {
        var found = resolved(from);
        imports.add(found);
        return found;
    }

    private String resolved(String from) {
        return URI.create("/" + path).resolve(from).getPath().substring(1);
    }

    private String passedOn(String names, String from) {
        for (var name : names.split(",")) {
            if (!name.isBlank()) {
                var both = name.strip().split("\\s+as\\s+");
                exports.put(both[both.length - 1], from + both[0]);
            }
        }
        return "";
    }

    String path() {
        return path;
    }

    /** Paths of the modules that must have run before this one. */
    List<String> imports() {
        return imports;
    }

    /** Names that others import from here. */
    List<String> exported() {
        return List.copyOf(exports.keySet());
    }

    /** @param later how a module is fetched that is only needed later, by its path */
    String function(Function<String, String> later) {
        var returned = exports.entrySet().stream()
                .map(one -> one.getKey().equals(one.getValue()) ? one.getKey() : one.getKey() + ": " + one.getValue())
                .toList();
        return "'" + path + "'() {\n"
                + replaced(LATER, body, found -> later.apply(resolved(found.group(1))))
                + "\nreturn { " + String.join(", ", returned) + " };\n}";
    }
}
