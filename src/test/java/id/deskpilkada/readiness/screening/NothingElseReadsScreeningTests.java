package id.deskpilkada.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code decides anything about a person by their screening, because no other code can read one. */
class NothingElseReadsScreeningTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path HERE = SOURCES.resolve("id/deskpilkada/readiness/screening");

    @Test
    void theTableIsNamedInOnePackageOnly() throws IOException {
        assertThat(naming("officer_screening")).isNotEmpty().allMatch(file -> file.getParent()
                .equals(HERE));
    }

    @Test
    void resultsAreOpenedInOneClassOnly() throws IOException {
        assertThat(naming("Screening.parse(")).containsExactly(HERE.resolve("ScreeningRows.java"));
    }

    @Test
    void noOtherPackageCanSeeAScreening() {
        for (var type : List.of(
                Screening.class,
                ScreenedOfficer.class,
                Screenings.class,
                ScreeningRows.class,
                ScreeningStanding.class)) {
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as(type.getName())
                    .isFalse();
        }
    }

    private static List<Path> naming(String text) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
