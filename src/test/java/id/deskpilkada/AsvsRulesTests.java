package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of docs/security/asvs.md that the source itself must keep. */
class AsvsRulesTests {

    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Path FORMS = Path.of("forms");

    @Test
    void noTemplateWritesTextUnescaped() {
        assertThat(lines(TEMPLATES, ".html", "th:utext|\\[\\(")).isEmpty();
        assertThat(lines(FORMS, ".html", "ng-bind-html|trustAsHtml")).isEmpty();
    }

    @Test
    void noTemplateIsPreprocessed() {
        assertThat(lines(TEMPLATES, ".html", "__\\$\\{")).isEmpty();
    }

    /** A service worker and its pages are of one origin; no other window reaches them. */
    private static final String BETWEEN_APP_AND_WORKER = "(sw|version)\\.js: .*(postMessage|'message').*";

    @Test
    void noTemplateLinksToAScript() {
        assertThat(lines(TEMPLATES, ".html", "(?i)(href|src|action)=\"\\s*(javascript|data|vbscript):"))
                .isEmpty();
    }

    @Test
    void noPageCarriesScriptOfItsOwn() {
        assertThat(lines(TEMPLATES, ".html", "<script(?![^>]*src=)|\\son[a-z]+=\"|hx-on"))
                .isEmpty();
    }

    @Test
    void noScriptOfOursWritesMarkupFromText() {
        var careless =
                "innerHTML\\s*[+=]|outerHTML\\s*[+=]|insertAdjacentHTML|document\\.write|\\beval\\(|new Function\\(|postMessage"
                        + "|addEventListener\\(.message|__proto__";
        assertThat(lines(RESOURCES.resolve("static"), ".js", careless).stream()
                        .filter(line -> !line.matches(BETWEEN_APP_AND_WORKER)))
                .isEmpty();
        assertThat(lines(RESOURCES.resolve("META-INF"), ".js", careless)).isEmpty();
        assertThat(lines(FORMS, ".html", careless)).isEmpty();
    }

    @Test
    void onlyDraftsOfFormsAndWhetherToSoundAreKeptInTheBrowser() {
        assertThat(files(RESOURCES, ".js")
                        .filter(file -> Evidence.read(file).matches("(?s).*(localStorage|sessionStorage|indexedDB).*")))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "app.js",
                        "clock.js",
                        "copy.js",
                        "draft.js",
                        "editor.js",
                        "keep.js",
                        "lang.js",
                        "people.js",
                        "phone.js",
                        "row.js",
                        "shelf.js",
                        "sound.js",
                        "tabs.js");
        assertThat(files(RESOURCES, "editor.js")
                        .filter(file -> Evidence.read(file).contains("localStorage")))
                .as("names and numbers of people go with the tab")
                .isEmpty();
    }

    @Test
    void everyCookieIsDescribed() {
        var name = Pattern.compile("DESK-[A-Z]{3,}");
        var cookies = Stream.concat(files(CODE, ".java"), files(RESOURCES.resolve("static"), ".js"))
                .flatMap(file -> name.matcher(Evidence.read(file)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        var described = Evidence.read(Path.of("docs", "security", "decisions.md"));

        assertThat(cookies).contains("DESK-SESSION", "DESK-WAITING").allMatch(cookie -> Pattern.compile(
                        "(?m)^\\| `" + cookie + "\\b")
                .matcher(described)
                .find());
    }

    @Test
    void passwordFieldsAreMaskedAndMayBeFilled() {
        var fields = lines(TEMPLATES, ".html", "<input[^>]*name=\"(password|current)\"");

        assertThat(fields)
                .hasSizeGreaterThan(3)
                .allMatch(field -> field.contains("type=\"password\""))
                .allMatch(field -> field.matches(".*autocomplete=\"(current|new)-password\".*"))
                .noneMatch(field -> field.contains("maxlength") || field.contains("pattern="));
        assertThat(lines(TEMPLATES, ".html", "onpaste")).isEmpty();
    }

    @Test
    void nothingRunsACommandOrScript() {
        assertThat(
                        lines(
                                CODE,
                                ".java",
                                "ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec|ScriptEngine(Manager)?\\b[^s]|InitialContext|javax\\.naming"))
                .allMatch(line -> line.contains("setEnableScriptEngine") || line.startsWith("NoScripts.java"));
    }

    @Test
    void nothingIsReadByJavaSerialisation() {
        assertThat(lines(
                        CODE,
                        ".java",
                        "ObjectInputStream|[dD]efaultTyping\\(|@JsonTypeInfo\\(use = JsonTypeInfo\\.Id\\.CLASS"))
                .isEmpty();
    }

    @Test
    void noExpressionIsBuiltFromInput() {
        assertThat(lines(CODE, ".java", "Pattern\\.compile\\([a-z]"))
                .as("built with Pattern.quote there")
                .allMatch(line -> line.startsWith("Listing.java"));
    }

    @Test
    void noFileNameOfAnUploadBecomesAPath() {
        assertThat(lines(CODE, ".java", "getOriginalFilename"))
                .as("shown and recorded as text, nothing else")
                .allMatch(line -> line.contains("model.addAttribute(")
                        || line.contains("new ImportContext(")
                        || line.startsWith("OfficialOrder.java")
                        || line.startsWith("TierReportPage.java")
                        || line.startsWith("TierReportController.java"));
        assertThat(lines(
                        CODE.resolve("id/deskpilkada/imports"),
                        ".java",
                        "Path\\.of\\(|Paths\\.get\\(|new File\\(|\\.resolve\\("))
                .noneMatch(line -> line.toLowerCase().contains("filename"));
    }

    @Test
    void secretsComeFromTheSecureGenerator() {
        assertThat(lines(CODE, ".java", "new Random\\(|Math\\.random|ThreadLocalRandom|SplittableRandom"))
                .as("the demo's dice and what needs no secrecy")
                .allMatch(line -> line.startsWith("Dice.java") || line.startsWith("Backoff"));
    }

    @Test
    void noCryptographyOfOurOwn() {
        assertThat(
                        lines(
                                CODE,
                                ".java",
                                "(MessageDigest|Mac|Cipher|Signature|KeyGenerator|KeyPairGenerator|SecretKeyFactory)\\.getInstance\\("))
                .isNotEmpty()
                .allMatch(line -> line.matches(
                        ".*getInstance\\((\"SHA-256\"|\"HmacSHA256\"|\"AES/GCM/NoPadding\"|[A-Z_]+)\\).*"));
        assertThat(lines(CODE, ".java", "\"(MD5|SHA-?1|DES|DESede|RC4|AES/ECB.*|AES/CBC.*)\""))
                .isEmpty();
    }

    @Test
    void nothingTrustsEveryCertificate() {
        assertThat(lines(
                        CODE,
                        ".java",
                        "TrustManager|HostnameVerifier|setHostnameVerifier|TrustAll|sslmode=(disable|allow|prefer)"))
                .isEmpty();
    }

    @Test
    void outgoingCallsFollowNoRedirects() {
        assertThat(lines(CODE, ".java", "Redirect\\.(ALWAYS|NORMAL)|setFollowRedirects\\(true\\)"))
                .isEmpty();
    }

    @Test
    void nothingIsLoadedFromAnotherHost() {
        var elsewhere =
                "(src|href|action)=\"https?://|url\\(['\"]?https?://|@import ['\"]https?://|(import|fetch)\\(?['\"]https?://";
        assertThat(lines(TEMPLATES, ".html", elsewhere)).isEmpty();
        assertThat(lines(FORMS, ".html", elsewhere)).isEmpty();
        for (var kind : List.of(".js", ".css", ".svg", ".html", ".webmanifest")) {
            assertThat(lines(RESOURCES.resolve("static"), kind, elsewhere)).isEmpty();
        }
    }

    @Test
    void noSecretTravelsInAnAddress() {
        assertThat(lines(TEMPLATES, ".html", "@\\{[^}]*(token|password|kode|code|secret)="))
                .isEmpty();
        assertThat(lines(CODE, ".java", "[?&](access_token|token|password|api_key)="))
                .isEmpty();
    }

    @Test
    void noEntityLeavesByTheInterface() {
        var entities = files(CODE, ".java")
                .filter(file -> Evidence.read(file).contains("@Entity"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        var controllers = files(CODE, ".java")
                .filter(file -> Evidence.read(file).contains("@RestController"))
                .flatMap(file -> Evidence.read(file).lines())
                .filter(line -> line.matches("    (public )?[A-Z]\\S* \\w+\\(.*"))
                .toList();

        assertThat(controllers).hasSizeGreaterThan(20);
        assertThat(controllers).noneMatch(line -> entities.stream()
                .anyMatch(entity -> line.matches("    (public )?([A-Za-z]+<)*" + entity + "\\b.*")));
    }

    private static List<String> lines(Path root, String ending, String pattern) {
        var wanted = Pattern.compile(pattern);
        return files(root, ending)
                .flatMap(file -> Evidence.read(file)
                        .lines()
                        .filter(line -> wanted.matcher(line).find())
                        .map(line -> file.getFileName() + ": " + line.strip()))
                .toList();
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
