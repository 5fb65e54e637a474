package id.deskpilkada.c1.written;

import id.deskpilkada.c1.written.RuleResult.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one rule finds over its parts: a part that fails decides; else a part that lacks a number; else the rule passed. */
final class Finding {

    private final String code;
    private final C1Data data;
    private final Set<String> failed = new LinkedHashSet<>();
    private final List<String> figures = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean unknown;

    Finding(String code, C1Data data) {
        this.code = code;
        this.data = data;
    }

    /** One part of the rule: the number at {@code total} is the sum of the numbers at {@code parts}. */
    Finding equal(String total, List<String> parts) {
        if (parts.isEmpty()) {
            return lacksFact();
        }
        if (has(List.of(total)) & has(parts) && number(total) != sum(parts)) {
            fail(total, parts, " ≠ ");
        }
        return this;
    }

    /** One part of the rule: the number at {@code lesser} is not above the number at {@code greater}. */
    Finding atMost(String lesser, String greater) {
        if (has(List.of(lesser, greater)) && number(lesser) > number(greater)) {
            fail(lesser, List.of(greater), " > ");
        }
        return this;
    }

    /** Whether all these numbers are written; those that are not make this part not checkable. */
    boolean has(Collection<String> paths) {
        var blank = paths.stream().filter(path -> data.field(path) == null).toList();
        missing.addAll(blank);
        return blank.isEmpty();
    }

    long number(String path) {
        var number = data.field(path);
        if (number == null) {
            throw new IllegalStateException("Blank: " + path);
        }
        return number;
    }

    long sum(Collection<String> paths) {
        return paths.stream().mapToLong(this::number).sum();
    }

    /** @param comparison in figures and signs only, so that it reads the same in every language */
    Finding fail(List<String> paths, String comparison) {
        failed.addAll(paths);
        figures.add(C1Fields.printed(paths) + ": " + comparison);
        return this;
    }

    /** Something outside the form that the rule needs is not known. */
    Finding lacksFact() {
        unknown = true;
        return this;
    }

    RuleResult result() {
        if (!failed.isEmpty()) {
            return new RuleResult(
                    code,
                    Result.FAILED,
                    List.copyOf(failed),
                    List.of(C1Fields.printed(failed), String.join("; ", figures)));
        }
        if (unknown || !missing.isEmpty()) {
            return new RuleResult(
                    code, Result.NOT_CHECKABLE, List.copyOf(missing), List.of(C1Fields.printed(missing), ""));
        }
        return new RuleResult(code, Result.PASSED, List.of(), List.of());
    }

    private void fail(String left, List<String> right, String sign) {
        failed.add(left);
        failed.addAll(right);
        var sum = right.size() == 1 ? "" : " (" + sum(right) + ")";
        figures.add(C1Fields.printed(left) + ": " + number(left) + sign + terms(right) + sum);
    }

    private String terms(List<String> paths) {
        return paths.stream().map(path -> Long.toString(number(path))).collect(Collectors.joining(" + "));
    }
}
