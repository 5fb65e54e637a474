package id.deskpilkada.c1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The printed form as somebody fills it in: its sections in order, in the words of its law. Pages and the forms of Tasklist draw their fields from it. */
public record C1Sheet(List<Section> sections) {

    public record Section(String title, List<Line> lines) {}

    /**
     * @param heading stands above the line on the paper; null where nothing does
     * @param printed where the line stands on the paper, e.g. {@code I.B.2}
     * @param ballotNumber of the candidate whose votes these are; null elsewhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Nullable String heading, String printed, String label, @Nullable Integer ballotNumber, List<Cell> cells) {}

    /**
     * @param path of the number in the form's data, e.g. {@code voters.listed.male}
     * @param column as on the paper, L, P or L+P; null where a line has one number
     * @param label what a screen reader says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(String path, @Nullable String column, String label) {}

    List<String> paths() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.cells().stream())
                .map(Cell::path)
                .toList();
    }
}
