package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The same thing has one class: nothing is styled that nobody shows, and nothing is shown with a class that nobody styles. */
class StylesheetTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path STATIC = RESOURCES.resolve("static");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Path DOCUMENTS = TEMPLATES.resolve("document");

    /** The prepared public pages carry their few rules inside themselves. */
    private static final Path PUBLIC = TEMPLATES.resolve("public");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SELECTOR = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\sclass=\"([^\"]*)\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\bclass: '([^']*)'");

    /** Of Tasklist's own style, which is Bootstrap 3. */
    private static final Pattern TASKLIST = Pattern.compile("btn(-.*)?|form-control|table|checkbox|k|v");

    /** Classes that style nothing, each with what they are there for. */
    private static final Map<String, String> HOOKS = Map.of(
            "agencies", "the list of agencies in the directory, for tests",
            "c1-body", "where a form of Tasklist is drawn, for tests",
            "call-excused", "TPS that may stay silent, for tests",
            "cmp-table", "fields of a difference, for tests",
            "emergency", "emergency numbers, for tests",
            "k-open", "what is still open of a TPS, for tests",
            "kj-filter-box", "the script of the board opens it",
            "risk-save", "saves without finishing, for tests",
            "risk-what", "a measure's own words, for tests",
            "v-others", "the script of the reports closes it");

    @Test
    void everyClassOfAStylesheetIsUsed() {
        var words = Stream.of(
                        files(TEMPLATES, ".html"),
                        files(STATIC, ".js"),
                        files(Path.of("forms"), ".html"),
                        files(Path.of("src", "main", "java"), ".java"))
                .flatMap(all -> all)
                .flatMap(file -> WORD.matcher(Evidence.read(file)).results().map(MatchResult::group))
                .collect(Collectors.toSet());

        assertThat(styled()).hasSizeGreaterThan(200);
        assertThat(styled().stream()
                        .filter(name -> !name.startsWith("leaflet-") && !used(name, words))
                        .toList())
                .isEmpty();
    }

    /** Written out, or put together from its beginning as in {@code 'badge-' + tone}. */
    private static boolean used(String name, Set<String> words) {
        return words.contains(name) || words.contains(name.substring(0, name.lastIndexOf('-') + 1));
    }

    @Test
    void everyClassOfAPageIsStyledOrAHook() {
        var shown = new TreeSet<String>();
        files(TEMPLATES, ".html")
                .filter(file -> !file.startsWith(DOCUMENTS))
                .filter(file -> !file.startsWith(PUBLIC) || file.endsWith("laporan.html"))
                .forEach(file -> names(ATTRIBUTE, Evidence.read(file), shown));
        files(STATIC, ".js").forEach(file -> names(IN_SCRIPT, Evidence.read(file), shown));
        shown.removeIf(name -> TASKLIST.matcher(name).matches());
        shown.removeAll(styled());
        shown.removeIf(name -> name.endsWith("-") && styled().stream().anyMatch(whole -> whole.startsWith(name)));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(HOOKS.keySet());
    }

    @Test
    void theStylesheetsStaySmall() {
        var raw = 0;
        var sent = 0;
        for (var file : List.of("desk.css", "work.css")) {
            var bytes = Evidence.read(STATIC.resolve(file)).getBytes(StandardCharsets.UTF_8);
            raw += bytes.length;
            sent += gzipped(bytes);
        }

        assertThat(raw).isLessThan(78_000);
        assertThat(sent).isLessThan(17_000);
    }

    private static int gzipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    private static Set<String> styled() {
        var names = new TreeSet<String>();
        files(STATIC, ".css").forEach(file -> {
            var rules = COMMENT.matcher(Evidence.read(file)).replaceAll("");
            SELECTOR.matcher(rules).results().forEach(selector -> CLASS.matcher(selector.group(1))
                    .results()
                    .forEach(found -> names.add(found.group(1))));
        });
        return names;
    }

    private static void names(Pattern where, String source, Set<String> into) {
        where.matcher(source).results().forEach(found -> Stream.of(
                        found.group(1).strip().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .forEach(into::add));
    }

    private static Stream<Path> files(Path root, String ending) {
        try (var found = Files.walk(root)) {
            return found
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
