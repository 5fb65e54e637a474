package id.deskpilkada.platform.chain;

import java.util.List;

/**
 * Something that is not as it was left.
 *
 * @param kind its text stands under {@code ledger.<kind>}
 * @param id the row, district or photo
 * @param arguments of the text
 */
public record Difference(String kind, String id, List<Object> arguments) {

    public static Difference of(String kind, Object id, Object... arguments) {
        return new Difference(kind, id.toString(), List.of(arguments));
    }
}
