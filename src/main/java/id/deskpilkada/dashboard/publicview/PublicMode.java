package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.tally.Basis;

/** How much an installation shows to everybody. */
public enum PublicMode {
    OFF,
    /** How many forms have come in, and no votes at all. */
    PROGRESS,
    /** Votes of compared forms only. */
    VERIFIED,
    RECEIVED_AND_VERIFIED;

    boolean on() {
        return this != OFF;
    }

    /** Whether votes on this basis may become public at all. */
    boolean shows(Basis basis) {
        return this == RECEIVED_AND_VERIFIED || this == VERIFIED && basis == Basis.VERIFIED;
    }

    boolean showsVotes() {
        return shows(Basis.VERIFIED);
    }
}
