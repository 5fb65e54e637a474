package id.deskpilkada.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportTextsTests {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|REQUIRED)\"");

    private final Properties indonesian = bundle("imports.properties");
    private final Properties english = bundle("imports_en.properties");

    @Test
    void everyCodeOfThisPackageHasATextInBothLanguages() throws IOException {
        Set<String> codes = codesInSource();
        codes.remove("FORBIDDEN");

        assertThat(codes).contains("IMPORT_REJECTED", "OLD_EXCEL", "REQUIRED", "MORE_WARNINGS");
        assertThat(indonesian.stringPropertyNames())
                .containsAll(codes.stream().map(code -> "problem." + code).toList());
        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
    }

    @Test
    void everyTextIsAMessageFormatWithTheSameArgumentsInBothLanguages() {
        for (String key : indonesian.stringPropertyNames()) {
            String text = indonesian.getProperty(key);
            String formatted = MessageFormat.format(text, "a", "b");

            assertThat(formatted).as(key).doesNotContain("{").isNotBlank();
            assertThat(text).as(key).doesNotContain("'");
            assertThat(english.getProperty(key)).as(key).doesNotContain("'");
            assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> codesInSource() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/id/deskpilkada/imports"))) {
            return files.map(ImportTextsTests::source)
                    .flatMap(source -> CODE.matcher(source).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                ImportTextsTests.class.getResourceAsStream("/messages/" + name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
