package id.deskpilkada.fieldreport.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be chosen. */
public interface Choices {

    /** What stands behind a code; null when the code is not known. A code may be known and no longer offered. */
    @Nullable
    Object find(String code);

    /** Those that a form offers, in their order. */
    List<Option> offered();

    record Option(String code, Wording label) {}

    /** Codes as a refusal names them. */
    default String codes() {
        return offered().stream().map(Option::code).collect(Collectors.joining(", "));
    }

    /** @param key of the labels in the bundles, with the code behind it: {@code <key>.<CODE>} */
    static <E extends Enum<E>> Choices of(E[] values, String key) {
        var options = Arrays.stream(values)
                .map(value -> new Option(value.name(), Wording.key(key + "." + value.name())))
                .toList();
        return new Choices() {
            @Override
            public @Nullable Object find(String code) {
                for (var value : values) {
                    if (value.name().equals(code)) {
                        return value;
                    }
                }
                return null;
            }

            @Override
            public List<Option> offered() {
                return options;
            }
        };
    }
}
