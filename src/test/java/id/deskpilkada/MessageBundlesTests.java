package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts for people: both languages say the same things, one key has one text, and no refusal is without one. */
class MessageBundlesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    /** Read first in the profile demo, to say SIMULASI where the others say what is real. */
    private static final String OVERRIDES = "demo";

    private static final Pattern CODE = Pattern.compile(
            "(?:Problem\\.(?:unprocessable|forbidden|notFound|conflict)|ReportRejected|Reason\\.of)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_en"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    static Properties read(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(file + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(read(bundle + "_en").stringPropertyNames())
                .isEqualTo(read(bundle).stringPropertyNames());
    }

    @Test
    void oneKeyHasOneText() throws IOException {
        Map<String, String> home = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (var bundle : bundles()) {
            if (bundle.equals(OVERRIDES)) {
                continue;
            }
            for (var key : read(bundle).stringPropertyNames()) {
                var other = home.put(key, bundle);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + bundle);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyBundleIsReadByTheApplication() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.yaml"))
                + Files.readString(Path.of("src/main/java/id/deskpilkada/simulation/DemoStart.java"));
        assertThat(bundles()).allSatisfy(bundle -> assertThat(settings).contains("messages/" + bundle));
    }

    @Test
    void noRefusalIsWithoutAText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (var bundle : bundles()) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        Set<String> codes;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            codes = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(text(file)).results())
                    .map(found -> "problem." + found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(codes).isNotEmpty();
        codes.removeAll(known);
        assertThat(codes).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
