package id.deskpilkada.tierreport;

/** Why a version was compiled. */
public enum TierCause {
    FIRST,
    /** Anew, before anybody has signed. */
    CHECKED,
    /** The tier above gave it back. */
    RETURNED,
    /** After it was settled. */
    CORRECTION
}
