package id.deskpilkada.platform.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.engine.surface.SurfaceTable.Line;
import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table against what really runs: whatever a new version of the engine brings must be decided here before it is built. */
@WholeApplication
class SurfaceTableTests {

    private final SurfaceTable table = new SurfaceTable();

    @Autowired
    ServletContext context;

    @Test
    void everyMethodOfTheRunningApplicationIsDecidedByTheTable() throws Exception {
        var methods = JaxRsMethods.of(context);
        assertThat(methods).hasSizeGreaterThan(500).contains("engine POST /engine/{}/task/{}/claim");
        assertThat(methods).allSatisfy(method -> assertThat(decision(method)).isPresent());
    }

    @Test
    void everyLineOfTheTableDecidesSomething() throws Exception {
        var methods = JaxRsMethods.of(context);
        assertThat(table.lines()).allSatisfy(line -> assertThat(methods.stream().filter(method -> decision(method)
                        .filter(found -> found.equals(line))
                        .isPresent()))
                .as(line.toString())
                .isNotEmpty());
    }

    /** Reads leave through GET and the POST of a query; the few that change something stand here by name. */
    @Test
    void onlyTheseMethodsChangeAnything() throws Exception {
        var queries = "(/plugin/.*|.*/(count|list|task|process-instance|execution|variable-instance|job|job-definition"
                + "|external-task|group|activity-instance))";
        assertThat(JaxRsMethods.of(context))
                .filteredOn(method -> decision(method)
                        .filter(line -> !line.who().equals("nobody"))
                        .isPresent())
                .filteredOn(method -> !method.contains(" GET ") && !method.contains(" OPTIONS "))
                .filteredOn(method -> !method.matches("\\S+ POST " + queries))
                .containsExactlyInAnyOrder(
                        "admin POST /auth/user/{}/logout",
                        "engine POST /engine/{}/task/{}/claim",
                        "engine POST /engine/{}/task/{}/complete",
                        "engine POST /engine/{}/task/{}/submit-form",
                        "engine POST /engine/{}/task/{}/unclaim",
                        "engine PUT /engine/{}/job/{}/retries");
    }

    @Test
    void theDocumentShowsTheTable() throws Exception {
        var document = Files.readString(Path.of("docs/security/engine-surface.md"));
        var open = table.lines().stream()
                .filter(line -> !line.who().equals("nobody"))
                .map(line ->
                        "| %s | %s | %s | `%s` |".formatted(line.who(), line.application(), line.method(), line.path()))
                .toList();
        assertThat(document.lines().filter(line -> line.matches("\\| \\S+ \\| \\w+ \\| [A-Z]+ \\| `.*` \\|")))
                .containsExactlyElementsOf(open);
        assertThat(table.lines().stream().filter(line -> line.who().equals("nobody")))
                .allSatisfy(line -> assertThat(document)
                        .contains("`%s %s %s`".formatted(line.application(), line.method(), line.path())));
    }

    private java.util.Optional<Line> decision(String method) {
        var words = Arrays.asList(method.split(" "));
        return table.decision(words.get(0), words.get(1), words.get(2));
    }
}
