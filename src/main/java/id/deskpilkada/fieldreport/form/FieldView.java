package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as a program draws it, in the reader's language. What is absent does not apply.
 *
 * @param required true, or absent
 * @param unless paths of fields of which one is enough instead of a required one
 * @param least smallest number, or fewest photos
 * @param most largest number, or most photos
 * @param all what {@code true} stands for where a number of people may be told as yes or no
 * @param longest characters of a text
 * @param printed line of the paper
 * @param line its name, which its columns share
 * @param slots at which it is asked for first; it may be told at any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FieldView(
        String path,
        FieldType type,
        String label,
        @Nullable Boolean required,
        List<String> unless,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable Integer all,
        @Nullable Integer longest,
        List<Choice> choices,
        @Nullable String heading,
        @Nullable String printed,
        @Nullable String line,
        @Nullable String column,
        @Nullable String hint,
        List<String> slots) {

    record Choice(String code, String label) {}

    static FieldView of(DataField field, Messages messages) {
        var limits = field.limits();
        var look = field.look();
        boolean counted = limits.most() > 0;
        return new FieldView(
                field.path(),
                field.type(),
                field.label().in(messages),
                limits.required() ? true : null,
                limits.unless(),
                counted ? limits.least() : null,
                counted ? limits.most() : null,
                limits.all(),
                limits.longest(),
                choices(limits.choices(), messages),
                said(look.heading(), messages),
                look.printed(),
                said(look.line(), messages),
                said(look.column(), messages),
                said(look.hint(), messages),
                look.slots());
    }

    private static List<Choice> choices(@Nullable Choices choices, Messages messages) {
        return choices == null
                ? List.of()
                : choices.offered().stream()
                        .map(option -> new Choice(option.code(), option.label().in(messages)))
                        .toList();
    }

    private static @Nullable String said(@Nullable Wording wording, Messages messages) {
        return wording == null ? null : wording.in(messages);
    }
}
