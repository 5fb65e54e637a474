package id.deskpilkada.fieldreport;

import java.util.List;

/**
 * Why a report ended as it did, in words of the message bundles.
 *
 * @param code its text stands under {@code problem.<CODE>}
 * @param arguments texts and numbers of that text
 */
public record Reason(String code, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, Object... arguments) {
        return new Reason(code, List.of(arguments));
    }
}
