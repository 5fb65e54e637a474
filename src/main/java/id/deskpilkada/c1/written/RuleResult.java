package id.deskpilkada.c1.written;

import java.util.List;

/**
 * What one rule found on one form.
 *
 * @param code E1 to E10 or W1 to W12
 * @param fields dotted paths to look at when it failed, the missing ones when it could not be checked, else empty
 * @param arguments of the texts {@code c1.rule.<CODE>.reporter|verifier} (failed) and {@code .not_checkable}: {0} where on the paper, e.g. {@code I.B.2 (L),
 *     V.A}; {1} the figures, e.g. {@code V.A: 150 ≠ 144 + 33 + 3 (180)}; both mean the same in every language. For W12: photos that came, pages expected (0 =
 *     not known), 1 when a photo was used elsewhere
 */
public record RuleResult(String code, Result result, List<String> fields, List<Object> arguments) {

    /** A rule that lacks a number it needs is neither passed nor failed. */
    public enum Result {
        PASSED,
        FAILED,
        NOT_CHECKABLE
    }

    public RuleResult {
        fields = List.copyOf(fields);
        arguments = List.copyOf(arguments);
    }

    public boolean failed() {
        return result == Result.FAILED;
    }

    boolean notCheckable() {
        return result == Result.NOT_CHECKABLE;
    }

    boolean error() {
        return code.startsWith("E");
    }
}
