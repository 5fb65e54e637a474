package id.deskpilkada.fieldreport.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server takes in a field.
 *
 * @param unless paths of fields of which one is enough instead of a required one
 * @param least smallest number, or fewest photos
 * @param most largest number, or most photos
 * @param all what yes stands for where a number may be told as yes or no; null where it may not
 * @param longest characters of a text; null without a limit
 * @param text what is made of a text first
 */
public record Limits(
        boolean required,
        List<String> unless,
        int least,
        int most,
        @Nullable Integer all,
        @Nullable Integer longest,
        TextRule text,
        @Nullable Choices choices) {

    public Limits {
        unless = List.copyOf(unless);
    }

    /** Photos that one report may name. */
    public static final int MOST_PHOTOS = 40;

    static final Limits NONE = new Limits(false, List.of(), 0, 0, null, null, TextRule.STRIPPED, null);
    static final Limits FORM_NUMBER = numbers(0, FormNumber.LARGEST);
    static final Limits PHOTOS = numbers(0, MOST_PHOTOS);

    static Limits numbers(int least, int most) {
        return new Limits(false, List.of(), least, most, null, null, TextRule.STRIPPED, null);
    }

    static Limits text(@Nullable Integer longest, TextRule text) {
        return new Limits(false, List.of(), 0, 0, null, longest, text, null);
    }

    static Limits choices(Choices choices) {
        return new Limits(false, List.of(), 0, 0, null, null, TextRule.STRIPPED, choices);
    }

    Limits required(boolean wanted) {
        return new Limits(wanted, unless, least, most, all, longest, text, choices);
    }

    Limits requiredUnless(List<String> others) {
        return new Limits(true, others, least, most, all, longest, text, choices);
    }

    Limits orYes(int people) {
        return new Limits(required, unless, least, most, people, longest, text, choices);
    }

    Limits atLeast(int fewest) {
        return new Limits(required, unless, fewest, most, all, longest, text, choices);
    }
}
