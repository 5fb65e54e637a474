package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one report, gathered so that it is told in one answer, in the manner of its kind. */
final class Refusals {

    private final Manner manner;
    private final List<FieldProblem> problems = new ArrayList<>(0);

    Refusals(Manner manner) {
        this.manner = manner;
    }

    boolean looksAt(Fault fault) {
        return manner.code(fault) != null;
    }

    boolean blankText() {
        return manner.blankText();
    }

    /** @param value the JSON as it came, or a text that was read from it */
    void refuse(String path, @Nullable Object value, Fault fault, Object... arguments) {
        var code = manner.code(fault);
        if (code != null) {
            refuse(path, manner.unshown().contains(fault) ? null : value, code, arguments);
        }
    }

    void refuse(String path, @Nullable Object value, String code, Object... arguments) {
        if (problems.size() < manner.mostProblems()) {
            problems.add(FieldProblem.field(manner.prefix() + shortened(path), shown(value), code, arguments));
        }
    }

    String shortened(String path) {
        return path.length() <= manner.longestPath() ? path : path.substring(0, manner.longestPath());
    }

    private @Nullable String shown(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node.isMissingNode() ? null : manner.shown().apply(node);
        }
        return value == null ? null : value.toString();
    }

    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", problems);
        }
    }
}
