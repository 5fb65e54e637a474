package id.deskpilkada.incident.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every step that the code writes into a timeline has words on the page. */
class TimelineTextsTests {

    private static final Pattern STEP =
            Pattern.compile("(?:timeline\\.(?:tell|write)|[ .]tell)\\([^;\"]*\"([A-Z_]{4,})\"");

    @Test
    void everyStepHasWords() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/incident_page.properties"))) {
            texts.load(reader);
        }
        try (var files = Files.walk(Path.of("src/main/java/id/deskpilkada/incident"))) {
            var steps = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> STEP.matcher(text(file)).results())
                    .map(found -> "incident.page.step." + found.group(1))
                    .distinct()
                    .toList();
            assertThat(steps).hasSizeGreaterThan(20);
            assertThat(texts.stringPropertyNames()).containsAll(steps);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
