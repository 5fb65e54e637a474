package id.deskpilkada.fieldreport.chain;

import java.util.List;

/**
 * Something that is not as the ledger left it.
 *
 * @param kind its text stands under {@code ledger.<kind>}
 * @param id the report, district or photo
 * @param arguments of the text
 */
record Difference(String kind, String id, List<Object> arguments) {

    static Difference of(String kind, Object id, Object... arguments) {
        return new Difference(kind, id.toString(), List.of(arguments));
    }
}
