package id.deskpilkada.readiness.checklist;

/** What a reporter says about an item of the checklist. */
enum Answer {
    OK,
    MISSING,
    DAMAGED,
    UNKNOWN
}
