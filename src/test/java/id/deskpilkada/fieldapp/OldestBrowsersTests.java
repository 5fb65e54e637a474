package id.deskpilkada.fieldapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Phones of the field have Chromium 90 or Safari 15.0 at worst: nothing newer in the app, its libraries, and the scripts of the plain pages, save where there is a way without. */
class OldestBrowsersTests {

    private static final Path STATIC = Path.of("src", "main", "resources", "static");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern SCRIPT = Pattern.compile("@\\{/(js/[^}]+\\.js)}");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?['\"](\\.[^'\"]+)['\"]");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/\\*[\\s\\S]*?\\*/|//.*$)");

    /** What is used where it is found, and what happens where it is not. {@link OldPhoneTests} takes it all away. */
    private static final Map<String, String> WITH_A_WAY_WITHOUT = Map.of(
            "outbox/turn.js navigator.locks", "a note with an end in IndexedDB",
            "outbox/records.js crypto.randomUUID", "sixteen random bytes",
            "outbox/loss.js navigator.storage", "the browser decides what it keeps",
            "photo/take.js createImageBitmap with options", "an <img>, which such browsers draw upright",
            "app.css :focus-visible", "the browser's own ring; for choices, whose field is not to be seen, :focus");

    static List<Construct> constructs() throws IOException {
        return Construct.all();
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void theGuardKnowsWhatItLooksFor(Construct one) {
        assertThat(one.in(one.example())).isTrue();
        assertThat(one.tooNew()).isTrue();
    }

    @Test
    void nothingIsNewerThanTheOldestPhone() throws IOException {
        var files = new TreeMap<String, String>();
        app().forEach((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8)));
        files.putAll(plainPages());
        assertThat(files)
                .containsKeys(
                        "app.js", "app.css", "vendor/preact.js", "vendor/idb.js", "js/menu.js", "js/voting/page.js");

        var all = constructs();
        var found = new TreeSet<String>();
        files.forEach((path, content) -> {
            var text = COMMENT.matcher(content).replaceAll("");
            var kind = path.endsWith(".css") ? "style" : "script";
            all.stream()
                    .filter(one -> one.kind().equals(kind) && one.in(text))
                    .forEach(one -> found.add(path + " " + one.name()));
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(WITH_A_WAY_WITHOUT.keySet());
    }

    private static SortedMap<String, byte[]> app() {
        var all = new TreeMap<>(new AppSources(new PathMatchingResourcePatternResolver()).all());
        all.keySet().removeIf(path -> path.endsWith(".png"));
        return all;
    }

    /** The scripts of the plain pages of the field and of the frame around them, with what they import. */
    private static Map<String, String> plainPages() throws IOException {
        var pages = new ArrayList<>(List.of(TEMPLATES.resolve("layout.html"), TEMPLATES.resolve("kotak-masuk.html")));
        try (var field = Files.list(TEMPLATES.resolve("lapangan"))) {
            field.forEach(pages::add);
        }
        var found = new TreeMap<String, String>();
        for (var page : pages) {
            for (var script : SCRIPT.matcher(Files.readString(page)).results().toList()) {
                follow(STATIC.resolve(script.group(1)), found);
            }
        }
        return found;
    }

    /** Parts of the app are looked at with the app. */
    private static void follow(Path script, Map<String, String> found) throws IOException {
        var name = STATIC.relativize(script.normalize()).toString().replace('\\', '/');
        if (!Files.exists(script) || found.containsKey(name)) {
            return;
        }
        var content = Files.readString(script);
        found.put(name, content);
        for (var imported : IMPORT.matcher(content).results().toList()) {
            follow(script.resolveSibling(imported.group(1)), found);
        }
    }
}
