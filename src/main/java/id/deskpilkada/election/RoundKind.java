package id.deskpilkada.election;

/** Why a round is held; all but REGULAR and REHEARSAL follow a decision of KPU or a court. */
public enum RoundKind {
    REGULAR,
    /** PSU, pemungutan suara ulang. */
    REVOTE,
    /** PSL, pemungutan suara lanjutan. */
    CONTINUED,
    /** PSS, pemungutan suara susulan. */
    POSTPONED,
    REHEARSAL
}
