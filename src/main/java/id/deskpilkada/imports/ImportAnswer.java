package id.deskpilkada.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a finished import; its warnings look like the errors of a refusal. */
record ImportAnswer(
        String kind,
        int rows,
        int created,
        int updated,
        int unchanged,
        List<Warning> warnings,
        List<String> ignoredColumns,
        boolean dryRun) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Warning(
            @Nullable String field,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String code,
            String message) {

        static Warning of(FieldProblem problem, Messages messages) {
            return new Warning(
                    problem.field(),
                    problem.row(),
                    problem.column(),
                    problem.value(),
                    problem.code(),
                    messages.problem(problem));
        }
    }

    static ImportAnswer of(ImportResult result, Messages messages) {
        return new ImportAnswer(
                result.kind(),
                result.rows(),
                result.created(),
                result.updated(),
                result.unchanged(),
                result.warnings().stream()
                        .map(warning -> Warning.of(warning, messages))
                        .toList(),
                result.ignoredColumns(),
                result.dryRun());
    }
}
