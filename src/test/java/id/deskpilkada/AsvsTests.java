package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/security/asvs.md whole and true. The list of ids is that of OWASP ASVS 5.0.0, levels 1 and 2, without WebRTC. */
class AsvsTests {

    private static final String DOCUMENT = Evidence.read(Path.of("docs", "security", "asvs.md"));
    private static final List<Row> ROWS = Pattern.compile(
                    "^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\| (.*) \\|$", Pattern.MULTILINE)
            .matcher(DOCUMENT)
            .results()
            .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)))
            .toList();

    private record Row(String id, String level, String what, String status, String proof) {}

    @Test
    void everyRequirementIsThereOnce() throws IOException {
        try (var list = AsvsTests.class.getResourceAsStream("/asvs-5.0.0-levels-1-and-2.txt")) {
            var ids = new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            assertThat(ids).hasSize(246);
            assertThat(ROWS).extracting(Row::id).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void everyRowSaysWhereItStandsAndWhy() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.level()).as(row.id()).matches("[12]");
            assertThat(row.what()).as(row.id()).isNotBlank();
            assertThat(row.status()).as(row.id()).isIn("met", "partly", "n/a", "open");
            assertThat(row.proof()).as(row.id()).isNotBlank();
        });
    }

    @Test
    void theTestsThatAreNamedExist() {
        assertThat(new Evidence().missing(DOCUMENT)).isEmpty();
    }

    @Test
    void theSummaryCountsRight() {
        var counts = "%d requirements: %d met, %d partly, %d not applicable, %d open."
                .formatted(ROWS.size(), count("met"), count("partly"), count("n/a"), count("open"));

        assertThat(DOCUMENT).contains(counts);
    }

    private static long count(String status) {
        return ROWS.stream().filter(row -> row.status().equals(status)).count();
    }
}
