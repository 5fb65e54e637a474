package id.deskpilkada.imports;

import org.jspecify.annotations.Nullable;

/** What a format's reader found in one cell: a cleaned text, or a fault's code, and whether a formula had worked it out. */
record Reading(@Nullable String text, @Nullable String fault, boolean formula) {

    static final int LONGEST = 2_000;
    static final Reading EMPTY = new Reading(null, null, false);

    static Reading of(@Nullable String raw) {
        String text = CellText.cleaned(raw);
        if (text == null) {
            return EMPTY;
        }
        return text.length() > LONGEST ? new Reading(text, "TEXT_TOO_LONG", false) : new Reading(text, null, false);
    }

    static Reading faulty(@Nullable String shown, String code) {
        return new Reading(shown, code, false);
    }

    Reading asFormula() {
        return new Reading(text, fault, true);
    }

    boolean isBlank() {
        return text == null && fault == null;
    }
}
