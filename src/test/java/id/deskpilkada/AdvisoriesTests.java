package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/security/advisories.md true: the versions it speaks of are those in use, the tests it names exist. */
class AdvisoriesTests {

    private static final String DOCUMENT = Evidence.read(Path.of("docs", "security", "advisories.md"));
    private static final Pattern OPEN = Pattern.compile(
            "^\\| ([\\w-]+) \\| ([\\w.-]+) \\| CVE-[^|]*\\|[^|]*\\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern MOVED =
            Pattern.compile("^\\| ([^|]+) \\| [\\d.]+ \\| ([\\d.]+) \\| ", Pattern.MULTILINE);

    @Test
    void theTestsItNamesExist() {
        assertThat(new Evidence().missing(DOCUMENT)).isEmpty();
    }

    @Test
    void openAdvisoriesSpeakOfTheVersionsInUse() {
        var open = OPEN.matcher(DOCUMENT).results().toList();

        assertThat(open).hasSizeGreaterThan(8);
        assertThat(open).allSatisfy(row -> {
            assertThat(libraries()).contains(row.group(1) + "-" + row.group(2) + ".jar");
            assertThat(Evidence.namesATest(row.group(3))).as(row.group()).isTrue();
        });
    }

    @Test
    void whatWasMovedStaysMoved() {
        var moved = MOVED.matcher(DOCUMENT).results().toList();

        assertThat(moved).hasSizeGreaterThan(5);
        assertThat(moved).allSatisfy(row -> assertThat(libraries())
                .contains(row.group(1).replaceAll("[ ,(].*", "") + "-" + row.group(2) + ".jar"));
    }

    private static Set<String> libraries() {
        return paths().map(path -> new File(path).getName()).collect(Collectors.toSet());
    }

    /** Surefire hands a long class path over in a property of its own. */
    private static Stream<String> paths() {
        return List.of("surefire.test.class.path", "surefire.real.class.path", "java.class.path").stream()
                .map(System::getProperty)
                .filter(path -> path != null && path.contains("spring-core"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)));
    }
}
