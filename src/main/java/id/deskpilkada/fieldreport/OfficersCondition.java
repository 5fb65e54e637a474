package id.deskpilkada.fieldreport;

/** How the officers of a TPS are; about all of them, never about a named one. */
public enum OfficersCondition {
    HEALTHY,
    TIRED,
    MILDLY_ILL,
    NEEDS_AMBULANCE
}
