package id.deskpilkada.simulation.day;

import java.util.List;

/** What happens to a form, and how often: in thousandths of all forms, at least once. What is left over never arrives. */
enum Story {
    MISREAD_LEFT(4, Act.MISCOPY, Act.PHOTO, Act.REKEY),
    MISREAD_DECIDED(8, Act.MISCOPY, Act.PHOTO, Act.REKEY, Act.DECIDE),
    UNEVEN_LEFT(3, Act.COPY, Act.PHOTO, Act.REKEY),
    UNEVEN_NOTED(6, Act.COPY, Act.PHOTO, Act.REKEY, Act.NOTE),
    DISAGREEMENT_LEFT(2, Act.COPY, Act.PHOTO, Act.DISAGREE),
    DISAGREEMENT_DECIDED(3, Act.COPY, Act.PHOTO, Act.DISAGREE, Act.DECIDE),
    BLURRED_LEFT(3, Act.COPY_WITH_BLURRED_PHOTO, Act.BLURRED_PHOTO, Act.REJECT_PHOTO),
    BLURRED_REPLACED(
            8,
            Act.COPY_WITH_BLURRED_PHOTO,
            Act.BLURRED_PHOTO,
            Act.REJECT_PHOTO,
            Act.NAME_NEW_PHOTO,
            Act.NEW_PHOTO,
            Act.REKEY),
    CORRECTED(2, Act.COPY, Act.PHOTO, Act.REKEY, Act.CORRECT),
    REPEATED(20, Act.COPY, Act.PHOTO, Act.REPEAT_BY_PHONE, Act.REKEY),
    BY_PHONE(15, Act.COPY_BY_PHONE, Act.PHOTO, Act.REKEY),
    LETTERS(1, Act.COPY_WITH_LETTERS, Act.COPY, Act.PHOTO, Act.REKEY),
    STRANGER(1, Act.COPY_FOREIGN),
    WAITING(130, Act.COPY, Act.PHOTO),
    NO_PHOTO(105, Act.COPY_WITHOUT_PHOTO),
    CLEAN(545, Act.COPY, Act.PHOTO, Act.REKEY),
    MISSING(0);

    private final int permille;
    private final List<Act> acts;

    Story(int permille, Act... acts) {
        this.permille = permille;
        this.acts = List.of(acts);
    }

    List<Act> acts() {
        return acts;
    }

    /** How many of so many forms. */
    int share(int forms) {
        return permille == 0 ? 0 : Math.max(1, forms * permille / 1000);
    }

    boolean isUneven() {
        return this == UNEVEN_LEFT || this == UNEVEN_NOTED;
    }
}
