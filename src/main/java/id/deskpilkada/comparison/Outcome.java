package id.deskpilkada.comparison;

/** How our figures of a place and the published ones stand to each other. Only what a second person has compared with the photo is set beside them. */
public enum Outcome {
    EQUAL,
    DIFFERENT,
    /** Ours are there, and KPU shows the place empty or not at all. */
    ONLY_OURS,
    ONLY_OFFICIAL,
    /** Our form is there, but not compared with its photo yet, or it has to be looked at. */
    PENDING,
    /** A region of which one side has not added up all TPS. */
    INCOMPLETE,
    NEITHER
}
