package id.deskpilkada.election;

/** Why a round is held; all but REGULAR and REHEARSAL follow a decision of KPU or a court. */
public enum RoundKind {
    REGULAR("R"),
    /** PSU, pemungutan suara ulang. */
    REVOTE("PSU"),
    /** PSL, pemungutan suara lanjutan. */
    CONTINUED("PSL"),
    /** PSS, pemungutan suara susulan. */
    POSTPONED("PSS"),
    REHEARSAL("GLADI");

    private final String letters;

    RoundKind(String letters) {
        this.letters = letters;
    }

    /** What people call it for short. */
    public String letters() {
        return letters;
    }
}
