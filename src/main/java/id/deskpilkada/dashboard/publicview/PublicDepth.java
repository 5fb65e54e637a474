package id.deskpilkada.dashboard.publicview;

/** The smallest places that an installation shows to everybody. */
public enum PublicDepth {
    REGENCY(4),
    DISTRICT(6),
    VILLAGE(10),
    TPS(13);

    private final int digits;

    PublicDepth(int digits) {
        this.digits = digits;
    }

    /** How many digits the codes of such places have. */
    int digits() {
        return digits;
    }

    boolean reaches(PublicDepth other) {
        return digits >= other.digits;
    }
}
