package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the rows of one file. A cell is reported once, with the first fault found in it; 5,000 faults are listed and the rest is counted.
 */
public final class ImportProblems {

    static final int LISTED = 5_000;

    private record Place(Integer row, @Nullable String column) {}

    private final List<FieldProblem> listed = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private int unlisted;

    public void add(FieldProblem problem) {
        if (listed.size() >= LISTED) {
            unlisted++;
        } else if (problem.row() == null || places.add(new Place(problem.row(), problem.column()))) {
            listed.add(problem);
        }
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /** The faults in the order of the rows, with a closing {@code MORE_PROBLEMS} that counts those left out. */
    public List<FieldProblem> list() {
        List<FieldProblem> all = new ArrayList<>(listed);
        all.sort(Comparator.comparing(FieldProblem::row, Comparator.nullsFirst(Comparator.naturalOrder())));
        if (unlisted > 0) {
            all.add(FieldProblem.field("file", null, "MORE_PROBLEMS", unlisted));
        }
        return List.copyOf(all);
    }

    /** @throws Problem 422 {@code IMPORT_REJECTED} if anything was added */
    public void rejectIfAny() {
        if (!isEmpty()) {
            throw Problem.unprocessable("IMPORT_REJECTED", list());
        }
    }
}
