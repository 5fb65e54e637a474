package id.deskpilkada.fieldreport.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a field is drawn.
 *
 * @param heading stands above the field on the paper
 * @param printed line of the paper, e.g. {@code I.B.2}
 * @param line name of that line, which its columns share
 * @param column of that line, L, P or L+P
 * @param hint what helps to fill it in
 * @param slots at which it is asked for; empty: at all of them. It may be told at any.
 * @param drawn false for what the server takes and no form asks for, such as an item that has been retired
 */
public record Look(
        @Nullable Wording heading,
        @Nullable String printed,
        @Nullable Wording line,
        @Nullable Wording column,
        @Nullable Wording hint,
        List<String> slots,
        boolean drawn) {

    static final Look PLAIN = new Look(null, null, null, null, null, List.of(), true);

    public Look {
        slots = List.copyOf(slots);
    }

    Look hint(Wording text) {
        return new Look(heading, printed, line, column, text, slots, drawn);
    }

    Look under(Wording text) {
        return new Look(text, printed, line, column, hint, slots, drawn);
    }

    Look printed(String place, @Nullable Wording name, @Nullable Wording part) {
        return new Look(heading, place, name, part, hint, slots, drawn);
    }

    Look at(List<String> asked) {
        return new Look(heading, printed, line, column, hint, asked, drawn);
    }

    Look unseen() {
        return new Look(heading, printed, line, column, hint, slots, false);
    }
}
