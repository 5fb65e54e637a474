package id.deskpilkada.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input: which field (dotted path, e.g. {@code votes.1}) or which row and column of a file, the value as given, a code, and
 * the arguments of the code's text in the message bundles (key {@code problem.<CODE>}).
 *
 * @param row the row of a file as its reader counts it, 1 = header line; null outside files
 */
public record FieldProblem(
        @Nullable String field,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String code,
        List<Object> arguments) {

    public static FieldProblem field(String field, @Nullable String value, String code, Object... arguments) {
        return new FieldProblem(field, null, null, shortened(value), code, List.of(arguments));
    }

    public static FieldProblem row(int row, String column, @Nullable String value, String code, Object... arguments) {
        return new FieldProblem(null, row, column, shortened(value), code, List.of(arguments));
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= 120 ? value : value.substring(0, 117) + "...";
    }
}
