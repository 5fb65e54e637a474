package id.deskpilkada.fieldreport.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a report's {@code data}.
 *
 * @param path dotted, e.g. {@code voters.male}
 */
public record DataField(String path, FieldType type, Wording label, Limits limits, Look look) implements Part {

    private static DataField of(String path, FieldType type, Wording label, Limits limits) {
        return new DataField(path, type, label, limits, Look.PLAIN);
    }

    public static DataField count(String path, Wording label, int most) {
        return of(path, FieldType.COUNT, label, Limits.numbers(0, most));
    }

    public static DataField formNumber(String path, Wording label) {
        return of(path, FieldType.FORM_NUMBER, label, Limits.FORM_NUMBER);
    }

    public static DataField text(String path, Wording label, int longest) {
        return of(path, FieldType.TEXT, label, Limits.text(longest, TextRule.STRIPPED));
    }

    /** @param longest null without a limit */
    public static DataField text(String path, Wording label, @Nullable Integer longest, TextRule rule) {
        return of(path, FieldType.TEXT, label, Limits.text(longest, rule));
    }

    public static DataField choice(String path, Wording label, Choices choices) {
        return of(path, FieldType.CHOICE, label, Limits.choices(choices));
    }

    public static DataField flag(String path, Wording label) {
        return of(path, FieldType.FLAG, label, Limits.NONE);
    }

    public static DataField time(String path, Wording label) {
        return of(path, FieldType.TIME, label, Limits.NONE);
    }

    public static DataField location(String path, Wording label) {
        return of(path, FieldType.LOCATION, label, Limits.NONE);
    }

    public static DataField photos(Wording label) {
        return of("photos", FieldType.PHOTOS, label, Limits.PHOTOS);
    }

    public static DataField id(String path, Wording label) {
        return of(path, FieldType.ID, label, Limits.NONE);
    }

    public DataField required() {
        return required(true);
    }

    public DataField required(boolean wanted) {
        return with(limits.required(wanted));
    }

    /** Required where none of the others says enough. */
    public DataField requiredUnless(String... others) {
        return with(limits.requiredUnless(List.of(others)));
    }

    /** A number of people that may also be told as yes, for all of them, or no. */
    public DataField orYesForAll(int people) {
        return with(limits.orYes(people));
    }

    /** So many photos at least. */
    public DataField atLeast(int fewest) {
        return with(limits.atLeast(fewest).required(fewest > 0));
    }

    public DataField hint(Wording text) {
        return with(look.hint(text));
    }

    public DataField under(Wording heading) {
        return with(look.under(heading));
    }

    public DataField printed(String place, @Nullable Wording line, @Nullable Wording column) {
        return with(look.printed(place, line, column));
    }

    public DataField askedAt(List<String> slots) {
        return with(look.at(slots));
    }

    /** Taken from whoever still sends it, and asked for by no form. */
    public DataField notDrawn() {
        return with(look.unseen());
    }

    private DataField with(Limits others) {
        return new DataField(path, type, label, others, look);
    }

    private DataField with(Look other) {
        return new DataField(path, type, label, limits, other);
    }
}
