package id.deskpilkada.c1;

/** Where the work on a form that has arrived stands. */
enum FormState {
    RECEIVED,
    IN_VERIFICATION,
    PHOTO_REJECTED,
    DISPUTED,
    MATCHED_WITH_INCONSISTENCY,
    VERIFIED,
    VERIFIED_WITH_NOTES;

    boolean decided() {
        return this == VERIFIED || this == VERIFIED_WITH_NOTES;
    }
}
