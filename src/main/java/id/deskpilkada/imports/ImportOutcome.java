package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import java.util.List;

/** How many rows led to something new, to a change, and to nothing, and what deserves a second look although it was accepted. */
public record ImportOutcome(int created, int updated, int unchanged, List<FieldProblem> warnings) {

    public ImportOutcome {
        warnings = List.copyOf(warnings);
    }

    /** How many rows were read. */
    public int rows() {
        return created + updated + unchanged;
    }
}
