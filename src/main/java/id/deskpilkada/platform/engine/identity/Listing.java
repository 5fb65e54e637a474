package id.deskpilkada.platform.engine.identity;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.jspecify.annotations.Nullable;

/** Filters, sorts and pages lists the way the engine's database queries do. */
final class Listing {

    private Listing() {}

    static boolean equal(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    static boolean among(String @Nullable [] wanted, String actual) {
        return wanted == null || List.of(wanted).contains(actual);
    }

    /** {@code %} stands for any text and {@code _} for one character, whatever the case. */
    static boolean like(@Nullable String pattern, String actual) {
        if (pattern == null) {
            return true;
        }
        var regex = pattern.chars()
                .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(actual)
                .matches();
    }

    static <T> List<T> page(List<T> all, int first, int most) {
        int last = (int) Math.min(all.size(), (long) first + most);
        return first >= last ? List.of() : all.subList(first, last);
    }

    /** By the wanted columns. */
    static <T> Comparator<T> order(List<QueryOrderingProperty> wanted, Function<String, Function<T, String>> keys) {
        Comparator<T> order = (a, b) -> 0;
        for (var property : wanted) {
            var key = keys.apply(property.getQueryProperty().getName());
            Comparator<T> next = Comparator.comparing(key, String.CASE_INSENSITIVE_ORDER);
            order = order.thenComparing(property.getDirection() == Direction.DESCENDING ? next.reversed() : next);
        }
        return order;
    }
}
