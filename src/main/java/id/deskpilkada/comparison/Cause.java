package id.deskpilkada.comparison;

/** Why our figures and the published ones differ, as whoever looked at the photo says. */
enum Cause {
    OUR_MISREADING,
    OFFICIAL_DIFFERS,
    FORM_INCONSISTENT,
    UNREADABLE,
    OTHER
}
